/** One operation of the API as its own document lists it: path as in "/api/v1/cases/{id}". */
export interface Route {
  readonly method: string;
  readonly path: string;
}

const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every operation of the OpenAPI document that the gateway itself serves. */
export async function documentedRoutes(httpUrl: string): Promise<readonly Route[]> {
  const response = await fetch(`${httpUrl}/docs/json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** Those that change something. */
export async function unsafeRoutes(httpUrl: string): Promise<readonly Route[]> {
  return (await documentedRoutes(httpUrl)).filter(({ method }) => unsafe.includes(method));
}
