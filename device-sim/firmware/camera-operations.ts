import type { Random } from '../random.ts';
import type { RunningOperation } from '../wire/executions.ts';
import type { CameraView, IrSetting, TestOrder } from './camera-state.ts';
import { cameraTests } from './camera-tests.ts';
import { asOperations } from './examination.ts';
import { lasting, type OperationTable, type Refused } from './operations.ts';
import { platformOperations } from './platform/operations.ts';

const nextIr: Readonly<Record<IrSetting, IrSetting>> = { automatic: 'off', off: 'on', on: 'automatic' };
const uptimeOf = (camera: CameraView) => (): number => camera.platform.boots.uptimeS;

/** What the camera does during a test, by the share of its time that has passed. */
const during: Readonly<Record<string, (share: number) => TestOrder>> = {
  'test.card': () => ({ recording: false }),
  'test.ir_cut': (share) => ({ filter: share < 0.5 ? 'in' : 'out' }),
  'test.ir_light': (share) => ({ filter: 'out', irLight: share >= 0.5 }),
};

type Start = (camera: CameraView, durationS: number) => RunningOperation | Refused;

/** The orders of a test end with it, however it ends. */
function acting(start: Start, order: (share: number) => TestOrder): Start {
  return (camera, durationS) => {
    const running = start(camera, durationS);
    if ('refusal' in running) return running;
    const begun = camera.platform.boots.uptimeS;
    camera.test = order(0);
    return {
      poll: () => {
        camera.test = order((camera.platform.boots.uptimeS - begun) / durationS);
        const progress = running.poll();
        if (!('percent' in progress)) camera.test = {};
        return progress;
      },
      cancel: () => {
        camera.test = {};
        running.cancel();
      },
    };
  };
}

export function cameraOperations(noise: Random): OperationTable<CameraView> {
  const tests = asOperations(cameraTests, noise);
  const moving = Object.entries(during).flatMap(([name, order]) => {
    const start = tests[name];
    return start ? [[name, acting(start, order)] as const] : [];
  });
  return {
    ...tests,
    ...platformOperations,
    ...Object.fromEntries(moving),
    'adjust.ir_light': (camera, durationS) => {
      camera.irSetting = nextIr[camera.irSetting];
      return lasting({ uptimeS: uptimeOf(camera), durationS, result: () => ({ ir: camera.irSetting }) });
    },
    'adjust.smart_codec': (camera, durationS) => {
      const { world } = camera;
      world.actuators.smartCodec = !world.actuators.smartCodec;
      const result = () => ({ smart_codec: world.smart ? 'on' : 'off' });
      return lasting({ uptimeS: uptimeOf(camera), durationS, result });
    },
    'adjust.format_card': (camera, durationS) => {
      const { card } = camera.world;
      if (card.mode === 'absent') return { refusal: 'operation_precondition' };
      return lasting({
        uptimeS: uptimeOf(camera),
        durationS,
        result: () => {
          card.format();
          return { mode: card.mode };
        },
      });
    },
  };
}
