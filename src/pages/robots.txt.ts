import type { APIRoute } from 'astro';
import { inSite } from '../config/urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(inSite('/sitemap-index.xml'), site).href}\n`);
