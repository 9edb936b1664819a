/**
 * A brand's secret as Standard Webhooks writes it ("whsec_" and base64), from the keyed hash of its id and generation
 * (32 bytes, base64url): derived, so that nothing that is kept tells it.
 */
export function webhookSecret(keyedHash: string): string {
  const base64 = keyedHash.replaceAll('-', '+').replaceAll('_', '/');
  return `whsec_${base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')}`;
}

/** What that hash is made of. */
export function webhookHashInput(brand: { readonly id: string; readonly webhookGeneration: number }): string {
  return `${brand.id}:${brand.webhookGeneration}`;
}
