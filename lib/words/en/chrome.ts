/** The bar over every screen, and what surrounds a page. */
export const chrome = {
  skip: 'Skip to main content',
  find: 'Find a client or case',
  newCase: 'New case',
};
