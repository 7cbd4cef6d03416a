import {
  deviceKinds, deviceRefusals, deviceStates, type CameraPicture, type DeviceRefusal, type DeviceServiceStatus, type DeviceStatus, type IdentityCard,
} from '@tongban/server/src/kernel/window-devices/contract.ts';

/** away 服务没有应答, late 超时, garbled 应答不合约定; otherwise what the service says. */
export type DeviceTrouble = DeviceRefusal | 'away' | 'late' | 'garbled' | 'cancelled';

/** A device did not do what it was asked; nothing waits longer than the limits below. */
export class DeviceError extends Error {
  readonly trouble: DeviceTrouble;
  constructor(trouble: DeviceTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** How long is waited for an answer, ms: nobody at a counter stands before a page that hangs. */
const limits = { status: 2_000, card: 8_000, picture: 10_000, pad: 3_000, signing: 90_000, between: 700 } as const;
type Fields = Readonly<Record<string, unknown>>;

export interface DeviceClient {
  status(): Promise<DeviceServiceStatus>;
  readCard(): Promise<IdentityCard>;
  takePicture(): Promise<Blob>;
  /** Waits until somebody has signed on the pad; `signal` takes the request back. */
  sign(signal: AbortSignal): Promise<Blob>;
}

/** Speaks with the device service at an address by the contract; every failure is a `DeviceError`. */
export function createDeviceClient(address: string, ask: typeof fetch = fetch): DeviceClient {
  async function call(method: 'GET' | 'POST' | 'DELETE', path: string, limit: number): Promise<Fields> {
    let response: Response;
    let body: unknown;
    try {
      response = await ask(`${address}${path}`, { method, signal: AbortSignal.timeout(limit), credentials: 'omit', cache: 'no-store', ...(method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}) });
      body = await response.json().catch(() => undefined);
    } catch (error) {
      throw new DeviceError(error instanceof DOMException && error.name === 'TimeoutError' ? 'late' : 'away');
    }
    const fields = fieldsOf(body);
    if (response.ok) return fields;
    throw new DeviceError(deviceRefusals.find((code) => code === fields['code']) ?? 'garbled');
  }
  return {
    status: async () => statusOf(await call('GET', '/status', limits.status)),
    readCard: async () => cardOf((await call('POST', '/card-readings', limits.card))['card']),
    takePicture: async () => {
      const { mediaType, data } = await call('POST', '/pictures', limits.picture) as Partial<CameraPicture>;
      if ((mediaType !== 'image/jpeg' && mediaType !== 'image/png') || typeof data !== 'string') throw new DeviceError('garbled');
      return blobOf(data, mediaType);
    },
    sign: async (signal) => {
      const { id } = await call('POST', '/signatures', limits.pad);
      if (typeof id !== 'string') throw new DeviceError('garbled');
      const path = `/signatures/${encodeURIComponent(id)}`;
      const takeBack = () => void call('DELETE', path, limits.pad).catch(() => undefined);
      for (const end = Date.now() + limits.signing; Date.now() < end;) {
        if (signal.aborted) { takeBack(); throw new DeviceError('cancelled'); }
        const { state, picture } = await call('GET', path, limits.pad);
        if (state === 'signed') {
          if (typeof picture !== 'string') throw new DeviceError('garbled');
          return blobOf(picture, 'image/png');
        }
        if (state !== 'waiting') throw new DeviceError(state === 'cancelled' ? 'cancelled' : 'garbled');
        await new Promise((resolve) => { setTimeout(resolve, limits.between); });
      }
      takeBack();
      throw new DeviceError('late');
    },
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value as Fields : {};
}

function statusOf({ name, version, devices }: Fields): DeviceServiceStatus {
  if (typeof name !== 'string' || !Array.isArray(devices)) throw new DeviceError('garbled');
  const known = devices.flatMap((one): DeviceStatus[] => {
    const { kind, name: called, state } = fieldsOf(one);
    const [device, standing] = [deviceKinds.find((each) => each === kind), deviceStates.find((each) => each === state)];
    return device && standing ? [{ kind: device, name: String(called), state: standing }] : [];
  });
  return { name, version: String(version), devices: known };
}

const cardTexts = ['name', 'sex', 'nation', 'birthDate', 'address', 'number', 'issuer', 'validFrom'] as const;

function cardOf(value: unknown): IdentityCard {
  const fields = fieldsOf(value);
  const texts = cardTexts.map((key) => [key, fields[key]] as const);
  if (texts.some(([, text]) => typeof text !== 'string')) throw new DeviceError('garbled');
  const read = Object.fromEntries(texts) as Pick<IdentityCard, (typeof cardTexts)[number]>;
  const { validTo, photo } = fields;
  return { ...read, validTo: typeof validTo === 'string' ? validTo : null, photo: typeof photo === 'string' ? photo : null };
}

function blobOf(base64: string, type: string): Blob {
  try {
    return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type });
  } catch {
    throw new DeviceError('garbled');
  }
}
