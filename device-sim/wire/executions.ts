import type { KeyObject } from 'node:crypto';
import { diag } from '../../proto/generated/codec.js';
import type { Model } from '../models/model.ts';
import type { ConsentMemory } from './consent-memory.ts';
import { checkOperationToken } from './operation-token.ts';

/** An operation at work in the device. Polled once a step. */
export interface RunningOperation {
  readonly poll: () => OperationProgress;
  readonly cancel: () => void;
}
export type OperationProgress =
  | { readonly percent: number }
  | { readonly output: Readonly<Record<string, number | string>> }
  | { readonly failed: string };

export interface OperationHost {
  /** Starts it, or gives the code of a refusal (a precondition that is not met). */
  readonly startOperation: (name: string) => RunningOperation | { readonly refusal: string };
}

export interface ExecutionsOptions {
  readonly deviceId: string;
  readonly publicKey: KeyObject;
  readonly model: Model;
  readonly consent: ConsentMemory;
  readonly host: OperationHost;
  readonly update: (update: diag.ExecutionUpdate.$Properties) => void;
  readonly output: (executionId: string, name: string, fields: Readonly<Record<string, number | string>>) => void;
}

interface Execution {
  readonly executionId: string;
  readonly name: string;
  readonly grantId: string;
  readonly running: RunningOperation;
  percent: number;
}

const states = {
  accepted: diag.ExecutionState.EXECUTION_STATE_ACCEPTED,
  running: diag.ExecutionState.EXECUTION_STATE_RUNNING,
  done: diag.ExecutionState.EXECUTION_STATE_DONE,
  failed: diag.ExecutionState.EXECUTION_STATE_FAILED,
  refused: diag.ExecutionState.EXECUTION_STATE_REFUSED,
  cancelled: diag.ExecutionState.EXECUTION_STATE_CANCELLED,
} as const;
const rememberedNonces = 4096;
const rememberedExecutions = 64;

/** Operations from token to result (WIRE.md "Operations"): one at a time, each nonce once. */
export class Executions {
  readonly #options: ExecutionsOptions;
  readonly #nonces = new Map<string, string>();
  readonly #last = new Map<string, diag.ExecutionUpdate.$Properties>();
  #current: Execution | undefined;

  constructor(options: ExecutionsOptions) {
    this.#options = options;
  }

  get runningName(): string | undefined {
    return this.#current?.name;
  }

  /** Takes an operation that just arrived. */
  receive(operation: diag.Operation): void {
    const { executionId, name } = operation;
    const token = operation.token;
    const before = this.#last.get(executionId);
    // A message that QoS 1 delivered twice is answered again, not run again.
    if (before && executionId !== '') return this.#options.update(before);
    const { consent, deviceId, publicKey } = this.#options;
    const checked = checkOperationToken({
      token: { claims: token?.claims ?? new Uint8Array(), signature: token?.signature ?? new Uint8Array() },
      publicKey,
      deviceId,
      operation: { executionId, name },
      epoch: consent.epoch,
      ageMs: 0,
      nonceUsed: (nonce) => this.#nonces.has(nonce),
    });
    if ('refusal' in checked) return this.#refuse(executionId, checked.refusal);
    const { grantId, nonceHex } = checked.claims;
    this.#forgetNonces();
    // Forgetting a nonce of a living grant would let it be used twice, so a full memory refuses instead.
    if (this.#nonces.size >= rememberedNonces) return this.#refuse(executionId, 'operation_busy');
    this.#nonces.set(nonceHex, grantId);
    this.#start({ executionId, name, grantId });
  }

  cancel(executionId: string): void {
    if (this.#current?.executionId === executionId)
      this.#end(this.#current, { state: states.cancelled, reason: 'cancelled' });
  }

  /** Once a step. A grant that ended takes its operation along. */
  tick(): void {
    const current = this.#current;
    if (!current) return;
    if (!this.#options.consent.grants.some((grant) => grant.grantId === current.grantId)) {
      this.#end(current, { state: states.cancelled, reason: 'grant_not_active' });
      return;
    }
    const progress = current.running.poll();
    if ('percent' in progress) {
      const percent = Math.floor(progress.percent / 5) * 5;
      if (percent > current.percent) {
        current.percent = percent;
        this.#say({ executionId: current.executionId, state: states.running, percent });
      }
    } else if ('failed' in progress) {
      this.#current = undefined;
      this.#say({
        executionId: current.executionId,
        state: states.failed,
        percent: current.percent,
        reason: progress.failed,
      });
    } else {
      this.#current = undefined;
      this.#options.output(current.executionId, current.name, progress.output);
      this.#say({ executionId: current.executionId, state: states.done, percent: 100 });
    }
  }

  #start(request: { readonly executionId: string; readonly name: string; readonly grantId: string }): void {
    const { model, consent, host } = this.#options;
    const spec = model.operations.find((operation) => operation.name === request.name);
    if (!spec) return this.#refuse(request.executionId, 'operation_unsupported');
    const grant = consent.grants.find((known) => known.grantId === request.grantId);
    if (!grant) return this.#refuse(request.executionId, 'grant_not_active');
    if (!grant.operationClasses.has(spec.operationClass)) {
      return this.#refuse(request.executionId, 'operation_not_granted');
    }
    if (this.#current) return this.#refuse(request.executionId, 'operation_busy');
    const running = host.startOperation(request.name);
    if ('refusal' in running) return this.#refuse(request.executionId, running.refusal);
    this.#current = { ...request, running, percent: 0 };
    this.#say({ executionId: request.executionId, state: states.accepted, percent: 0 });
    this.#say({ executionId: request.executionId, state: states.running, percent: 0 });
  }

  #end(execution: Execution, how: { readonly state: diag.ExecutionState; readonly reason: string }): void {
    execution.running.cancel();
    this.#current = undefined;
    this.#say({ executionId: execution.executionId, percent: execution.percent, ...how });
  }

  #refuse(executionId: string, reason: string): void {
    this.#say({ executionId, state: states.refused, percent: 0, reason });
  }

  #say(update: diag.ExecutionUpdate.$Properties): void {
    const executionId = update.executionId ?? '';
    this.#last.delete(executionId);
    this.#last.set(executionId, update);
    const oldest = this.#last.keys().next().value;
    if (this.#last.size > rememberedExecutions && oldest !== undefined) this.#last.delete(oldest);
    this.#options.update(update);
  }

  #forgetNonces(): void {
    const living = new Set(this.#options.consent.grants.map((grant) => grant.grantId));
    for (const [nonce, grantId] of this.#nonces) if (!living.has(grantId)) this.#nonces.delete(nonce);
  }
}
