export default {
  title: 'Made-up examples',
  url: 'https://bench.example.org',
  baseUrl: '/',
  // Texts link to pages that only the project itself makes. No peer looks for them.
  onBrokenLinks: 'ignore',
  // The quicker bundler and the rest that it recommends.
  future: { v4: true, faster: true },
  themeConfig: {
    navbar: { title: 'Made-up examples', items: [{ to: '/examples/', label: 'Examples' }] },
  },
  plugins: [
    // The search bar asks for it; the page that greets is the only one in it.
    ['@docusaurus/plugin-content-docs', { path: 'home', routeBasePath: '/', sidebarPath: false }],
    [
      '@docusaurus/plugin-content-blog',
      {
        path: 'content/examples',
        routeBasePath: 'examples',
        blogTitle: 'Examples',
        postsPerPage: 20,
        // The areas and themes of an example are its tags: lists of 20, as with the other tools.
        onInlineTags: 'ignore',
        feedOptions: { type: null },
      },
    ],
  ],
  themes: [
    '@docusaurus/theme-classic',
    [
      '@easyops-cn/docusaurus-search-local',
      { hashed: true, indexDocs: false, blogDir: 'content/examples', blogRouteBasePath: '/examples' },
    ],
  ],
};
