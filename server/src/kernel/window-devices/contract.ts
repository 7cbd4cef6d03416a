/**
 * The devices on a clerk's desk, as the service that runs beside the browser on the same computer offers them to the page.
 * The whole contract, with what a service must refuse, is in `docs/manuals/window-devices.md`.
 */

/** Where the service listens unless the clerk sets another address. */
export const defaultDeviceService = 'http://127.0.0.1:18600';

/** card-reader 身份证阅读器, camera 高拍仪, signature-pad 签名板, printer 回执和标签打印机. */
export const deviceKinds = ['card-reader', 'camera', 'signature-pad', 'printer'] as const;
export type DeviceKind = (typeof deviceKinds)[number];
export const deviceLabels: Readonly<Record<DeviceKind, string>> = { 'card-reader': '身份证阅读器', 'camera': '高拍仪', 'signature-pad': '签名板', 'printer': '打印机' };

/** ready 可用, busy 正忙, offline 没有应答, no-paper 缺纸, fault 故障. */
export const deviceStates = ['ready', 'busy', 'offline', 'no-paper', 'fault'] as const;
export type DeviceState = (typeof deviceStates)[number];
export const deviceStateLabels: Readonly<Record<DeviceState, string>> = { 'ready': '可用', 'busy': '正忙', 'offline': '没有应答', 'no-paper': '缺纸', 'fault': '故障' };

export interface DeviceStatus {
  kind: DeviceKind;
  /** As people call it, e.g. 华视电子 CVR-100UC. */
  name: string;
  state: DeviceState;
}

/** Answer of `GET /status`. */
export interface DeviceServiceStatus {
  name: string;
  version: string;
  devices: readonly DeviceStatus[];
}

/** What the chip of a resident identity card (二代证) holds; answer of `POST /card-readings` as `card`. */
export interface IdentityCard {
  name: string;
  sex: string;
  nation: string;
  /** `1986-01-14`. */
  birthDate: string;
  address: string;
  number: string;
  issuer: string;
  validFrom: string;
  /** Null for 长期. */
  validTo: string | null;
  /** PNG or JPEG in base64; null when the reader gives none. */
  photo: string | null;
}

/** One page under the camera; answer of `POST /pictures`. */
export interface CameraPicture {
  mediaType: 'image/jpeg' | 'image/png';
  /** Base64. */
  data: string;
}

/** Answer of `GET /signatures/{id}`. */
export interface PadSignature {
  state: 'waiting' | 'signed' | 'cancelled';
  /** PNG in base64, once it is signed. */
  picture: string | null;
  /** The strokes as `[x, y, ms]`, where the pad gives them; the platform keeps the picture alone. */
  strokes?: readonly (readonly (readonly [x: number, y: number, ms: number])[])[];
}

/** Why a device did not do what it was asked; the `code` of an answer with status 4xx or 5xx. */
export const deviceRefusals = ['no-card', 'unreadable-card', 'busy', 'offline', 'no-paper', 'fault', 'not-allowed'] as const;
export type DeviceRefusal = (typeof deviceRefusals)[number];

/** How a clerk made sure who stands at the counter: card 读取身份证芯片, sight 查看证件原件. */
export const identityCheckMethods = ['card', 'sight'] as const;
export type IdentityCheckMethod = (typeof identityCheckMethods)[number];
export const identityCheckLabels: Readonly<Record<IdentityCheckMethod, string>> = { card: '读取身份证核验', sight: '查看证件原件核验' };
