import { catalog } from '@/lib/catalog';

export const dynamic = 'force-static';

/** The descriptor of all tables; its paths resolve from where it is served. */
export async function GET() {
  const { descriptor, files } = await catalog();
  const resources = descriptor.resources.map((resource) => ({
    ...resource,
    path: `tables/${resource.name}.csv`,
    ...files.get(resource.path),
  }));
  return Response.json(
    { ...descriptor, resources },
    { headers: { 'Access-Control-Allow-Origin': '*' } },
  );
}
