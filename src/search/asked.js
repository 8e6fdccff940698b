// Before the page is drawn: where its address asks something, the list of all examples is not shown first, and what the
// search needs is fetched at once.
if (location.search) {
  document.documentElement.dataset.asked = '';
  const pagefind = document.currentScript?.dataset.pagefind;
  if (pagefind)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: pagefind }));
}
