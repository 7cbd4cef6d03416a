import type { DictionaryDefinition } from '../../../kernel/dictionary/index.ts';

/** Kinds of devices in a hall; a city may reword, add or put out of use (HAL-03). */
export const deviceKinds: DictionaryDefinition = { code: 'hall-device-kind', name: '大厅设备类型', entries: [
  ['kiosk', '取号机'], ['display', '显示屏'], ['enquiry', '查询机'], ['advertising', '广告机'], ['rating-terminal', '评价器'], ['caller', '呼叫器'], ['led', 'LED 屏'], ['all-in-one', '一体机'],
] };

/** The kind of a fault that nobody reported: the device has been silent for too long. */
export const silentFault = 'silent';
/** What a device reports under a code that the platform does not know. */
export const otherFault = 'other';

/** What can be wrong with a device. */
export const faultKinds: DictionaryDefinition = { code: 'hall-device-fault', name: '大厅设备故障类型', entries: [
  [silentFault, '失联'], ['paper', '缺纸、卡纸'], ['printer', '打印故障'], ['screen', '屏幕故障'], ['card-reader', '读卡故障'], ['network', '网络故障'], ['power', '电源故障'], ['software', '软件故障'], [otherFault, '其他'],
] };

/** Which kinds give out tickets and ask for ratings by themselves. */
export const ticketKinds: readonly string[] = ['kiosk', 'all-in-one'];
export const ratingKinds: readonly string[] = ['rating-terminal', 'all-in-one'];

/** What a simulated device does: beats steadily, runs out of paper, or is unplugged after its first beat. */
export type Behaviour = 'steady' | 'running-out-of-paper' | 'unplugged';
