import type { Device } from '../../../proto/api/devices.ts';
import { useTexts } from '../texts/use-texts.tsx';

/** A model's name is its maker's own word; only that of devices which nobody here knows is ours, and so has a translation. */
export function useModelWord(): (device: Pick<Device, 'model' | 'modelName'>) => string {
  const { texts } = useTexts();
  return ({ model, modelName }) => (model === 'mqtt-device' ? texts.device.someModel : modelName);
}
