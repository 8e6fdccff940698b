import type { APIRoute } from 'astro';
import { inSite } from '../library/urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(inSite('/sitemap-index.xml'), site).href}\n`);
