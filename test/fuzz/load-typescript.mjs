// Preloaded into the fuzzer's threads. On Node 20 `--import tsx` itself does nothing inside a worker thread.
import { register } from 'tsx/esm/api';

register();
