import type { ConfigurationFault, HallConfiguration } from '../configuration.contract.ts';

const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
type Seat = HallConfiguration['seats'][number];

const error = (code: string, partId: string, message: string, remedy: string): ConfigurationFault => ({ severity: 'error', code, partId, message, remedy });
const gap = (code: string, partId: string, message: string, remedy: string): ConfigurationFault => ({ severity: 'gap', code, partId, message, remedy });

/** Values that come more than once. */
function doubled<T>(parts: readonly T[], valueOf: (part: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const part of parts) groups.set(valueOf(part), [...groups.get(valueOf(part)) ?? [], part]);
  return [...groups].filter(([value, found]) => value !== '' && found.length > 1);
}

/**
 * What contradicts itself in a hall's configuration, and what is missing in it, each with how to mend it (HAL-01). The page
 * checks with it while somebody edits; the server refuses what it calls an error.
 */
export function checkConfiguration(configuration: HallConfiguration): ConfigurationFault[] {
  return [...findBlanks(configuration), ...checkHours(configuration), ...checkNames(configuration), ...checkPlaces(configuration), ...checkSeats(configuration), ...findGaps(configuration)];
}

function findBlanks({ name, address, zones, queues, windows }: HallConfiguration): ConfigurationFault[] {
  const blank = (partId: string, value: string, what: string): ConfigurationFault[] => (value.trim() === '' ? [error('blank', partId, `${what}没有填写`, '请填写；没有填写时不能保存')] : []);
  return [
    ...blank('', name, '大厅名称'), ...blank('', address, '大厅地址'),
    ...zones.flatMap((zone, index) => [...blank(zone.id, zone.name, `第 ${index + 1} 个区的名称`), ...(/^[A-Z]{1,2}$/.test(zone.prefix) ? [] : [error('bad-prefix', zone.id, `第 ${index + 1} 个区的号票字母不是一两个大写字母`, '请填写 A 到 Z 中的一个或两个字母')])]),
    ...queues.flatMap((queue) => blank(queue.id, queue.name, '有一项业务的名称')),
    ...windows.flatMap((window, index) => [...blank(window.id, window.number, `第 ${index + 1} 个窗口的编号`), ...blank(window.id, window.name, `第 ${index + 1} 个窗口的名称`)]),
  ];
}

function checkHours({ hours }: HallConfiguration): ConfigurationFault[] {
  return hours.flatMap(({ weekday, periods }) => {
    const sorted = periods.toSorted((a, b) => a.from.localeCompare(b.from));
    const wrong = sorted.some(({ from, to }, index) => from >= to || from < (sorted[index - 1]?.to ?? ''));
    return wrong ? [error('bad-hours', '', `${weekdayNames[weekday]}的办公时间有先后颠倒或重叠`, '请让每段的开始早于结束，各段之间不重叠')] : [];
  });
}

function checkNames({ zones, queues, windows }: HallConfiguration): ConfigurationFault[] {
  const prefixes = [...zones.map(({ id, name, prefix }) => ({ id, name, prefix })), ...queues.map(({ id, name, prefix }) => ({ id, name, prefix }))];
  return [
    ...doubled(prefixes, ({ prefix }) => prefix).map(([prefix, parts]) => error('same-prefix', parts[1]?.id ?? '', `${parts.map(({ name }) => `“${name}”`).join('、')}的号票字母都是 ${prefix}`, '请给其中一个换一个字母，否则会有两张相同的号')),
    ...doubled(windows, ({ number }) => number).map(([number, parts]) => error('same-window-number', parts[1]?.id ?? '', `有 ${parts.length} 个窗口都是 ${number} 号`, '请改窗口编号，或删去多余的窗口')),
    ...doubled(queues, ({ name }) => name).map(([name, parts]) => error('same-queue-name', parts[1]?.id ?? '', `有 ${parts.length} 个队列都叫“${name}”`, '请改名，让群众取号时分得清')),
  ];
}

function checkPlaces({ zones, queues, windows }: HallConfiguration): ConfigurationFault[] {
  const zoneOf = new Map(zones.map((zone) => [zone.id, zone]));
  const queueOf = new Map(queues.map((queue) => [queue.id, queue]));
  return [
    ...queues.filter(({ zoneId }) => !zoneOf.has(zoneId)).map(({ id, name }) => error('queue-without-zone', id, `队列“${name}”不在任何区`, '请选择它所在的区')),
    ...windows.flatMap((window) => {
      const own = zoneOf.get(window.zoneId);
      if (!own) return [error('window-without-zone', window.id, `${window.number} 号窗口不在任何区`, '请选择它所在的区')];
      if (window.queues.some(({ queueId }) => !queueOf.has(queueId))) return [error('unknown-queue', window.id, `${window.number} 号窗口所办的队列已删去`, '请重新选择这个窗口办理的队列')];
      const foreign = window.queues.map(({ queueId }) => queueOf.get(queueId)).filter((queue) => queue !== undefined && queue.zoneId !== own.id);
      return foreign.map((queue) => error('window-in-two-zones', window.id, `${window.number} 号窗口在“${own.name}”，却办理“${zoneOf.get(queue?.zoneId ?? '')?.name ?? ''}”的队列“${queue?.name ?? ''}”`,
        '一个窗口只在一个区：请把窗口移到那个区，或从窗口去掉这个队列'));
    }),
  ];
}

const overlap = (a: Seat, b: Seat): boolean => a.staffId === b.staffId && a.windowId !== b.windowId && a.from < b.to && b.from < a.to && a.weekdays.some((day) => b.weekdays.includes(day));

function checkSeats({ windows, seats }: HallConfiguration): ConfigurationFault[] {
  const numberOf = new Map(windows.map(({ id, number }) => [id, number]));
  const single = seats.flatMap((seat) => {
    if (!numberOf.has(seat.windowId)) return [error('seat-without-window', seat.id, `${seat.staffName}所坐的窗口已删去`, '请为这个人选择窗口，或删去这条安排')];
    return seat.from >= seat.to ? [error('bad-seat-time', seat.id, `${seat.staffName}的上岗时间先后颠倒`, '请让开始早于结束')] : [];
  });
  const pairs = seats.flatMap((seat, index) => seats.slice(index + 1).filter((other) => overlap(seat, other)).map((other) => {
    const days = seat.weekdays.filter((day) => other.weekdays.includes(day)).map((day) => weekdayNames[day]).join('、');
    return error('person-at-two-windows', other.id, `${seat.staffName}${days} ${[seat.from, other.from].toSorted()[1]} 起同时在 ${numberOf.get(seat.windowId)} 号和 ${numberOf.get(other.windowId)} 号窗口`,
      '请错开时间，或换一个人坐其中一个窗口');
  }));
  return [...single, ...pairs];
}

function findGaps({ hours, queues, windows, seats }: HallConfiguration): ConfigurationFault[] {
  const staffed = new Set(seats.map(({ windowId }) => windowId));
  const servedBy = (queueId: string) => windows.filter((window) => window.queues.some((one) => one.queueId === queueId));
  return [
    ...(hours.some(({ periods }) => periods.length > 0) ? [] : [gap('no-hours', '', '还没有设办公时间，取号机一直不能取号', '请填写每周的办公时间')]),
    ...queues.flatMap((queue) => {
      const serving = servedBy(queue.id);
      if (serving.length === 0) return [gap('queue-without-window', queue.id, `队列“${queue.name}”没有窗口办理，取了号不会有人叫`, '请在窗口设置中选上这个队列，或删去这个队列')];
      if (queue.services.length === 0) return [gap('queue-without-items', queue.id, `队列“${queue.name}”没有事项`, '请选择这个队列办理的事项或部门')];
      if (serving.some(({ id }) => staffed.has(id))) return [];
      const named = queue.services.slice(0, 3).map(({ name }) => `“${name}”`).join('、');
      return [gap('item-without-open-window', queue.id, `${named}${queue.services.length > 3 ? '等' : ''}没有开着的窗口：${serving.map(({ number }) => number).join('、')} 号窗口都没有安排人`, '请为其中一个窗口安排人员')];
    }),
    ...windows.filter((window) => window.queues.length === 0).map(({ id, number }) => gap('window-without-queue', id, `${number} 号窗口还没有选择办理的业务`, '请选择它办理的业务')),
    ...windows.filter((window) => window.queues.length > 0 && !staffed.has(window.id)).map(({ id, number }) => gap('window-without-staff', id, `${number} 号窗口没有安排人员`, '请安排人员，否则没有人能在这个窗口上岗')),
  ];
}
