import type { Parameters } from './view';

/** Of a parameter that comes twice, both: the view's parser refuses them. */
export function parametersOf(request: Request): Parameters {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const all = searchParams.getAll(key);
      return [key, all.length > 1 ? all : all[0]];
    }),
  );
}
