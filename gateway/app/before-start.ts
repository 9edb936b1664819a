/**
 * What is done before devices may connect, in this order. One that fails keeps neither the others nor the start: `failed` is
 * told which.
 */
export async function beforeStart(
  steps: Readonly<Record<string, () => Promise<unknown>>>,
  failed: (step: string, error: unknown) => void,
): Promise<void> {
  for (const [name, run] of Object.entries(steps)) {
    try {
      await run();
    } catch (error) {
      failed(name, error);
    }
  }
}
