import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './client.ts';

export const sessionKey = ['session'] as const;
/** true: whoever was signed in has signed out themselves. */
export const signedOutKey = ['signed-out'] as const;

/** One cache for all REST answers; whoever is no longer signed in is shown the sign-in page, wherever that is noticed. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) client.setQueryData(sessionKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        // A refusal stays one; only an unreachable or failing gateway is worth asking again.
        retry: (count, error) =>
          error instanceof ApiProblem && (error.status === 0 || error.status >= 500) && count < 2,
        staleTime: 1_000,
      },
      mutations: { retry: false },
    },
  });
  return client;
}
