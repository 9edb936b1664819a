const words: Readonly<Record<string, string>> = {
  'top-1, single faults, after the call': '单一故障首选正确率，通话后',
  'top-3, single faults, after the call': '单一故障前三正确率，通话后',
  'top-1, worst device class, after the call': '最差设备类别首选正确率，通话后',
  'top-1, single faults, end of monitoring': '单一故障首选正确率，监测结束时',
  'first hypothesis right, named or not, single faults, end of monitoring':
    '单一故障首个假设正确率（不论是否给出结论），监测结束时',
  'top-3, single faults, end of monitoring': '单一故障前三正确率，监测结束时',
  'top-1, worst device class, end of monitoring': '最差设备类别首选正确率，监测结束时',
  'both of two faults found, after the call': '双故障全部找出，通话后',
  'both of two faults found, end of monitoring': '双故障全部找出，监测结束时',
  'confusable pairs, top-1 after at most 3 steps': '易混淆故障首选正确率，最多 3 步后',
  'confusable pairs, steps until right for good, median': '易混淆故障得出正确且不再改变的结论的步数，中位数',
  'answers and codes only, top-3': '仅凭回答和故障码，前三正确率',
  'unmodelled faults called so or abstained': '未知故障被识别为未知或不作判断',
  'false verdicts on sound devices per 1,000 device-hours': '正常设备每千设备小时误判次数',
  'device blamed for what is shared, all of the fleet counted (fleet view: only in the laboratory)':
    '共同故障被误归设备，全部设备参与统计（群组视图：仅实验室运行）',
  'device blamed for what is shared, a fifth of the fleet counted (fleet view: only in the laboratory)':
    '共同故障被误归设备，五分之一设备参与统计（群组视图：仅实验室运行）',
  'device blamed for what is shared, a hundredth of the fleet counted (fleet view: only in the laboratory)':
    '共同故障被误归设备，百分之一设备参与统计（群组视图：仅实验室运行）',
  'calibration error after the call': '校准误差，通话后',
  'calibration error, end of monitoring': '校准误差，监测结束时',
  'seen within 60 s beyond the hold, of all single faults': '超出保持时间 60 秒内发现，占全部单一故障',
  'seen at all in monitoring, of all single faults': '监测中发现，占全部单一故障',
  'detection beyond the hold, p95 of those seen, s': '已发现者的确认时延（超出保持时间），p95，秒',
  'onset to the first confirmed symptom, median of those seen, s': '已发现者从故障发生到首个确认症状，中位数，秒',
  'named within 30 s of the last needed symptom, of those seen': '最后所需症状后 30 秒内定位，占已发现者',
  'named at all in monitoring, of those seen': '监测中定位，占已发现者',
  'isolation after the last needed symptom, p95 of those named, s': '已定位者在最后所需症状后的定位时延，p95，秒',
  'headline flaps per device-hour': '每设备小时结论跳变次数',
};

/** A measure's name; JSON and JUnit keep the English one. */
export function measureInChinese(measure: string): string {
  const lead = /^lead over ([\w-]+), top-1, paired, (after the call|end of monitoring)$/.exec(measure);
  if (lead) return `首选正确率领先 ${lead[1]}（配对），${lead[2] === 'after the call' ? '通话后' : '监测结束时'}`;
  return words[measure] ?? measure;
}

export function goalInChinese(goal: string): string {
  if (goal === 'stated') return '仅列出';
  return goal.replace('interval above', '区间高于');
}
