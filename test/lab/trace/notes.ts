/** What of a trace could not be used, by kind: counted, never silently dropped. */
export type NoteKind =
  | 'line_not_json'
  | 'line_too_long'
  | 'row_malformed'
  | 'time_missing'
  | 'time_backwards'
  | 'time_out_of_range'
  | 'device_unknown'
  | 'metric_unknown'
  | 'value_wrong_type'
  | 'value_out_of_range'
  | 'word_unknown'
  | 'code_unknown'
  | 'firmware_field_unknown'
  | 'boot_reason_unknown'
  | 'not_granted'
  | 'result_malformed';

export const noteWords: Readonly<Record<NoteKind, { readonly en: string; readonly 'zh-CN': string }>> = {
  line_not_json: { en: 'lines that are not JSON', 'zh-CN': '不是 JSON 的行' },
  line_too_long: { en: 'lines longer than 4 MiB', 'zh-CN': '超过 4 MiB 的行' },
  row_malformed: { en: 'rows of no known form', 'zh-CN': '形式未知的行' },
  time_missing: { en: 'rows without a usable time', 'zh-CN': '没有可用时间的行' },
  time_backwards: {
    en: 'rows whose time goes backwards, taken as arriving at the latest time so far',
    'zh-CN': '时间倒退的行，按此前最晚时间处理',
  },
  time_out_of_range: { en: 'rows before the start or more than a year after it', 'zh-CN': '早于开始或晚于一年的行' },
  device_unknown: { en: 'rows of a device that the header does not name', 'zh-CN': '标头未列出的设备的行' },
  metric_unknown: { en: 'values of metrics that the model does not have', 'zh-CN': '该型号没有的指标' },
  value_wrong_type: { en: 'values of a wrong type', 'zh-CN': '类型错误的值' },
  value_out_of_range: { en: 'values beyond the range of their sensor', 'zh-CN': '超出传感器量程的值' },
  word_unknown: { en: 'words that the enumeration does not have', 'zh-CN': '枚举中没有的词' },
  code_unknown: { en: 'error codes that the model does not have', 'zh-CN': '该型号没有的故障码' },
  firmware_field_unknown: { en: 'firmware fields that the model does not have', 'zh-CN': '该型号没有的固件字段' },
  boot_reason_unknown: { en: 'boots with an unknown reason', 'zh-CN': '原因未知的启动' },
  not_granted: { en: 'values of data classes that were not granted', 'zh-CN': '未获授权的数据' },
  result_malformed: { en: 'results or answers of no usable form', 'zh-CN': '形式不可用的结果或回答' },
};

export class Notes {
  readonly #counts = new Map<NoteKind, number>();

  add(kind: NoteKind, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** In the order of `noteWords`, whatever came first. */
  counts(): Readonly<Partial<Record<NoteKind, number>>> {
    const kinds = Object.keys(noteWords) as NoteKind[];
    return Object.fromEntries(
      kinds.flatMap((kind) => (this.#counts.has(kind) ? [[kind, this.#counts.get(kind)]] : [])),
    );
  }
}
