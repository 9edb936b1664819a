import type { FaultRule } from '../domain/localisation/knowledge.ts';
import type { Known } from './knowledge-of.ts';

/**
 * Says of every two faults that nothing distinguishes: they show the same symptoms, each as likely. This is what tells a
 * maker which signal the device lacks.
 */
export function checkDistinct({ knowledge, faults }: Known): void {
  const byRow = new Map<string, FaultRule>();
  for (const fault of knowledge.faults) {
    const shown = [...fault.symptoms].filter(([, chance]) => chance > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const row = JSON.stringify(shown);
    const other = byRow.get(row);
    if (!other) byRow.set(row, fault);
    else {
      const both = shown.map(([id]) => id).join(', ');
      faults
        .get(fault.id)
        ?.complain(
          ['symptoms'],
          `nothing distinguishes "${fault.id}" from "${other.id}": both show ${both || 'nothing'}, as likely.`,
        );
    }
  }
}
