// For the linter, whose compiler does not know Astro files. `astro check` finds the files themselves and their true
// types first, so this says nothing there.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
