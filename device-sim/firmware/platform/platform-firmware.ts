import type { ErrorSpec } from '../../models/model.ts';
import type { Platform } from '../../physics/platform/platform.ts';
import type { CodeChange, FirmwareFacts } from '../../wire/records.ts';
import type { CodeMonitor } from '../code-monitor.ts';

/** What the firmware of every class says in the same way: of its platform, and of the codes that it watches. */
export abstract class PlatformFirmware<View> {
  abstract readonly platform: Platform;
  protected abstract readonly monitor: CodeMonitor<View>;

  get networkUp(): boolean {
    return this.platform.networkUp;
  }
  get activeCodes(): readonly CodeChange[] {
    return this.monitor.activeChanges;
  }
  get activeSpecs(): readonly ErrorSpec[] {
    return this.monitor.active;
  }
  get failing(): boolean {
    return this.monitor.failing;
  }
  get poweredOff(): boolean {
    return !this.platform.running;
  }

  firmwareFacts(): FirmwareFacts {
    return this.platform.updater.facts();
  }
}
