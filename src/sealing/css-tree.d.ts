/** The whole of `css-tree` in one file, which loads in a quarter of the time of its 125. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree';
}
