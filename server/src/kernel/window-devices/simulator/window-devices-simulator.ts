import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createSimulator, type SimulatorAnswer } from '../../engines/index.ts';
import { deviceKinds, deviceLabels, deviceRefusals, deviceStates, type DeviceKind, type DeviceRefusal, type DeviceServiceStatus, type DeviceState, type IdentityCard, type PadSignature } from '../contract.ts';
import { drawPage, drawPhoto, drawSignature } from './draw-page.ts';

/** Whose made-up card may lie on the reader. */
export type SimulatedCard = Pick<IdentityCard, 'name' | 'sex' | 'birthDate' | 'number'>;

/** What lies on the desk: changed by `POST /simulator` while it runs. */
export interface SimulatedDesk {
  /** Name of who put their card on the reader; null when none lies there. */
  card: string | null;
  /** Lines of the page under the camera, the first of them its title. */
  page: readonly string[];
  /** The pad signs by itself as whoever the card is of; false leaves it waiting. */
  signs: boolean;
  states: Record<DeviceKind, DeviceState>;
}

interface SimulatorOptions {
  cards: readonly SimulatedCard[];
  /** Origins of the platform, such as `http://127.0.0.1:8080`; every origin when there are none. */
  origins?: readonly string[];
  /** Told of every request, for tests. */
  onAsked?: (what: string) => void;
}

const messages: Readonly<Record<DeviceRefusal, string>> = {
  'no-card': '没有放好身份证', 'unreadable-card': '读不出这张证件', 'busy': '设备正忙', 'offline': '设备没有连接', 'no-paper': '打印机缺纸', 'fault': '设备故障', 'not-allowed': '没有被允许使用本机设备',
};
const status: Readonly<Record<DeviceRefusal, number>> = { 'no-card': 409, 'unreadable-card': 409, 'busy': 503, 'offline': 503, 'no-paper': 503, 'fault': 503, 'not-allowed': 403 };

function refuse(code: DeviceRefusal): SimulatorAnswer {
  return { status: status[code], body: { code, message: messages[code] } };
}

/** The refusal that a device's state means; undefined when it works. */
function refusalOf(state: DeviceState): DeviceRefusal | undefined {
  return deviceRefusals.find((code) => code === state);
}

/** The card of a made-up person, with what a chip holds besides. */
async function cardOf({ name, sex, birthDate, number }: SimulatedCard): Promise<IdentityCard> {
  return { name, sex, nation: '汉', birthDate, number, address: '四川省广安市广安区示例镇和平村1组1号', issuer: '广安市公安局广安区分局', validFrom: '2020-01-01', validTo: '2040-01-01', photo: (await drawPhoto()).toString('base64') };
}

/**
 * Makes the service of a clerk's computer by the contract in `contract.ts`, with made-up cards, a page that is drawn and a pad
 * that signs. Besides the contract, `POST /simulator` changes what lies on the desk, so that every failure can be rehearsed:
 * `{"card": "周慧"}`, `{"card": null}`, `{"states": {"camera": "offline"}}`, `{"signs": false}`, `{"page": ["标题", "正文"]}`.
 */
export function createWindowDevicesSimulator({ cards, origins = [], onAsked }: SimulatorOptions): Server {
  const desk: SimulatedDesk = {
    card: cards[0]?.name ?? null, page: ['材料（模拟高拍仪）', '这一页由模拟器画出，不是真实材料。'], signs: true, states: { 'card-reader': 'ready', 'camera': 'ready', 'signature-pad': 'ready', 'printer': 'ready' },
  };
  const signatures = new Map<string, { asked: number; cancelled: boolean }>();
  const using = async (kind: DeviceKind, work: () => SimulatorAnswer | Promise<SimulatorAnswer>): Promise<SimulatorAnswer> => {
    onAsked?.(kind);
    const refusal = refusalOf(desk.states[kind]);
    return refusal ? refuse(refusal) : work();
  };
  const lying = (): SimulatedCard | undefined => cards.find(({ name }) => name === desk.card);
  return createSimulator({
    'GET /status': () => ({ body: { name: '窗口设备模拟器', version: '1', devices: deviceKinds.map((kind) => ({ kind, name: `模拟${deviceLabels[kind]}`, state: desk.states[kind] })) } satisfies DeviceServiceStatus }),
    'POST /card-readings': () => using('card-reader', async () => {
      const card = lying();
      return card ? { body: { card: await cardOf(card) } } : refuse('no-card');
    }),
    'POST /pictures': () => using('camera', async () => ({ body: { mediaType: 'image/png', data: (await drawPage(desk.page)).toString('base64') } })),
    'POST /signatures': () => using('signature-pad', () => {
      const id = randomUUID();
      signatures.set(id, { asked: 0, cancelled: false });
      return { status: 201, body: { id } };
    }),
    'GET /signatures/*': ({ rest }) => using('signature-pad', async () => {
      const signature = signatures.get(rest);
      if (!signature) return { status: 404, body: { code: 'fault', message: '没有这次签名' } };
      signature.asked += 1;
      const signed = !signature.cancelled && desk.signs && signature.asked > 1;
      const picture = signed ? (await drawSignature(lying()?.name ?? '签名')).toString('base64') : null;
      return { body: { state: signature.cancelled ? 'cancelled' : signed ? 'signed' : 'waiting', picture } satisfies PadSignature };
    }),
    'DELETE /signatures/*': ({ rest }) => {
      const signature = signatures.get(rest);
      if (signature) signature.cancelled = true;
      return { body: {} };
    },
    'POST /simulator': ({ body = {} }) => {
      rearrange(desk, body);
      return { body: desk };
    },
  }, { allows: (origin) => origins.length === 0 || origins.includes(origin) });
}

function rearrange(desk: SimulatedDesk, { card, page, signs, states }: Readonly<Record<string, unknown>>): void {
  if (card === null || typeof card === 'string') desk.card = card;
  if (Array.isArray(page)) desk.page = page.map(String).slice(0, 18);
  if (typeof signs === 'boolean') desk.signs = signs;
  for (const [kind, state] of Object.entries(typeof states === 'object' && states !== null ? states : {})) {
    const [device, next] = [deviceKinds.find((one) => one === kind), deviceStates.find((one) => one === state)];
    if (device && next) desk.states[device] = next;
  }
}
