/** The service will not answer this request; a retry would not help. */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
}

/** How one service outside the platform is asked. */
export interface EngineCall {
  /** What people call it, for messages, e.g. 文字识别接口. */
  readonly service: string;
  /** An answer is due within this, ms. */
  readonly timeoutMs: number;
  /** Longest answer that is read. */
  readonly mostBytes: number;
}

/** Without the slashes that people put at the end of an address. */
export function baseOf(url: string): string {
  return url.replace(/\/+$/, '');
}

/**
 * Asks a service over HTTP and gives its JSON; an empty answer is undefined. Redirects are not followed. A status of 4xx
 * other than 408 and 429, and an answer that is too long or no JSON, refuse for good.
 * @throws EngineRefused when a retry would not help, any other error when it is worth one
 */
export async function askEngine({ service, timeoutMs, mostBytes }: EngineCall, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }), redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await readBounded(response, mostBytes, service);
  if (!response.ok) {
    const said = saidIn(text);
    const message = `${service}答复 ${response.status}${said === '' ? '' : `：${said.slice(0, 200)}`}`;
    if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) throw new EngineRefused(message);
    throw new Error(message);
  }
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new EngineRefused(`${service}的答复不是 JSON`);
  }
}

/** What an answer says to people: the message of a JSON answer, plain text as it stands; nothing of a page or other data. */
function saidIn(text: string): string {
  const said = text.trim();
  if (!said.startsWith('{')) return said.startsWith('<') ? '' : said;
  try {
    const { message, detail, title } = JSON.parse(said) as Readonly<Record<string, unknown>>;
    return [message, detail, title].find((one): one is string => typeof one === 'string') ?? '';
  } catch {
    return '';
  }
}

async function readBounded(response: Response, mostBytes: number, service: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    if (bytes > mostBytes) throw new EngineRefused(`${service}的答复过长`);
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Why a service could not be used, in words that show no address or secret. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return '没有在规定时间内应答';
  if (error instanceof TypeError) return '连接不上';
  return error instanceof Error ? error.message.slice(0, 200) : '原因不明';
}
