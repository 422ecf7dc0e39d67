import { buildSync } from 'esbuild';

/** Playwright compiles JSX for a purpose of its own: a file of components is compiled here as Next does it. */
export function compiled<T>(file: string): T {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', jsx: 'automatic' },
    external: ['react', 'react-dom'],
    logLevel: 'warning',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(
    module,
    module.exports,
    require,
  );
  return module.exports as T;
}
