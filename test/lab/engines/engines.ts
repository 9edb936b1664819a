import { type Engine, type EngineId, engineIds } from './engine.ts';
import { localiserEngine } from './localiser-engine.ts';
import { thresholdEngine } from './threshold-engine.ts';

export function engineOf(id: EngineId): Engine {
  return id === 'thresholds' ? thresholdEngine : localiserEngine(id);
}

export function isEngineId(text: string): text is EngineId {
  return (engineIds as readonly string[]).includes(text);
}
