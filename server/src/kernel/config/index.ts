import { resolve } from 'node:path';

/** Everything the process may be told from outside; read once at start. */
export interface Config {
  /** Address and TCP port of the one HTTP server. */
  host: string;
  port: number;
  /** Folder that holds all state of a single-machine installation. */
  dataDir: string;
  /** PostgreSQL ≥15; without it the embedded server in `dataDir` is used. */
  databaseUrl: string | undefined;
  /** Most connections of this process's pool. */
  databaseConnections: number;
  /** Origin that QR codes and notices point at, e.g. `https://zwfw.example.gov.cn`. */
  publicUrl: string;
  /** Whether the serving process also works off jobs and events, or leaves that to `worker` processes. */
  role: 'all' | 'main';
  /** 32-byte key in hex that column keys derive from; without it a key file in `dataDir` is used. */
  masterKey: string | undefined;
  /** Base addresses of the gateways of message channels; without one the built-in simulator stores what would be sent. */
  messageGateways: Readonly<Record<'sms' | 'wechat' | 'dingtalk' | 'email' | 'voice', string | undefined>>;
  /** Base address of the city's own text recognition; without it Tesseract is used where it is installed. */
  ocrEngineUrl: string | undefined;
  /** Base address of the data-sharing platform that prefilling may ask; without it nobody is asked. */
  dataSharingUrl: string | undefined;
  /** Base address of a language engine; without it the platform's own ways serve. */
  nlpEngineUrl: string | undefined;
  /** Base address of the city brain; without it nothing is pushed. */
  cityBrainUrl: string | undefined;
  /** Base address of the mail service; without it tracking numbers are typed in. */
  mailServiceUrl: string | undefined;
  /** Minutes for which a share code may be scanned unless its maker chooses otherwise. */
  shareCodeMinutes: number;
  /** The Tesseract command; undefined leaves it unused. */
  tesseractCommand: string | undefined;
  /** `host:port` of a clamd that scans uploads; without it files are marked as not scanned. */
  clamavAddress: string | undefined;
  /** Bytes of uploads that this process holds in memory at a time; further ones wait, then are told to come back. */
  uploadMemory: number;
  /** Trust `X-Forwarded-*` of a proxy in front. */
  trustProxy: boolean;
  /** Seed the demonstration city into an empty database. */
  demo: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
const roles = ['all', 'main'] as const;

function integer(name: string, text: string | undefined, fallback: number, minimum: number, maximum: number): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new Error(`环境变量 ${name} 应为 ${minimum}–${maximum} 之间的整数，现为“${text}”。`);
  }
  return value;
}

function choice<const V extends readonly string[]>(name: string, text: string | undefined, values: V, fallback: V[number]): V[number] {
  if (text === undefined || text === '') return fallback;
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`环境变量 ${name} 应为 ${values.join('、')} 之一，现为“${text}”。`);
  return found;
}

/** Reads the configuration from environment variables. @throws Error naming the variable that is wrong */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const port = integer('PORT', env['PORT'], 8080, 0, 65535);
  const host = env['HOST'] || '0.0.0.0';
  return {
    host,
    port,
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseConnections: integer('DATABASE_CONNECTIONS', env['DATABASE_CONNECTIONS'], 16, 2, 200),
    publicUrl: (env['PUBLIC_URL'] || `http://localhost:${port}`).replace(/\/+$/, ''),
    role: choice('TONGBAN_ROLE', env['TONGBAN_ROLE'], roles, 'all'),
    masterKey: env['TONGBAN_MASTER_KEY'] || undefined,
    messageGateways: {
      sms: env['SMS_GATEWAY_URL'] || undefined, wechat: env['WECHAT_GATEWAY_URL'] || undefined, dingtalk: env['DINGTALK_GATEWAY_URL'] || undefined,
      email: env['EMAIL_GATEWAY_URL'] || undefined, voice: env['VOICE_GATEWAY_URL'] || undefined,
    },
    ocrEngineUrl: env['OCR_ENGINE_URL'] || undefined,
    dataSharingUrl: env['DATA_SHARING_URL'] || undefined,
    nlpEngineUrl: env['NLP_ENGINE_URL'] || undefined,
    cityBrainUrl: env['CITY_BRAIN_URL'] || undefined,
    mailServiceUrl: env['MAIL_SERVICE_URL'] || undefined,
    shareCodeMinutes: integer('SHARE_CODE_MINUTES', env['SHARE_CODE_MINUTES'], 10, 1, 60),
    tesseractCommand: env['TESSERACT_COMMAND'] === 'off' ? undefined : env['TESSERACT_COMMAND'] || 'tesseract',
    clamavAddress: env['CLAMAV_ADDRESS'] || undefined,
    uploadMemory: integer('UPLOAD_MEMORY_MB', env['UPLOAD_MEMORY_MB'], 192, 32, 8192) * 1024 * 1024,
    trustProxy: env['TRUST_PROXY'] === '1',
    demo: env['TONGBAN_DEMO'] !== '0',
    logLevel: choice('LOG_LEVEL', env['LOG_LEVEL'], logLevels, 'warn'),
  };
}
