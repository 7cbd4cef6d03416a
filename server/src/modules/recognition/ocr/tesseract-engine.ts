import { spawn } from 'node:child_process';
import { EngineRefused } from '../../../kernel/engines/index.ts';
import type { OcrEngine } from './engine.ts';
import { parseTsv } from './tesseract-tsv.ts';

const language = 'chi_sim';
const probeTimeoutMs = 5_000;
const readTimeoutMs = 60_000;
const mostBytes = 8 * 1024 * 1024;

/**
 * Tesseract with Chinese data as a child process (Debian: `tesseract-ocr tesseract-ocr-chi-sim`); undefined where the command or the
 * data is not installed. One thread each, ended after a minute, its output bounded.
 */
export async function findTesseract(command: string): Promise<OcrEngine | undefined> {
  const languages = await run(command, ['--list-langs'], undefined, probeTimeoutMs).catch(() => undefined);
  if (!languages?.split('\n').some((line) => line.trim() === language)) return undefined;
  const about = await run(command, ['--version'], undefined, probeTimeoutMs).catch(() => '');
  return {
    name: 'tesseract', version: /tesseract v?(\S+)/.exec(about)?.[1] ?? '',
    async read({ content }) {
      const tsv = await run(command, ['stdin', 'stdout', '-l', language, '--psm', '3', '-c', 'preserve_interword_spaces=0', 'tsv'], content, readTimeoutMs);
      const [, width = '0', height = '0'] = /^1\t1\t0\t0\t0\t0\t0\t0\t(\d+)\t(\d+)/m.exec(tsv) ?? [];
      return parseTsv(tsv, { width: Number(width), height: Number(height) });
    },
  };
}

/** Runs the command with `input`; its output. @throws Error when it fails, takes too long or says too much */
function run(command: string, args: readonly string[], input: Buffer | undefined, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // A fixed environment: nothing of this process's settings reaches the child, and it takes one core at most.
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGKILL', env: { PATH: '/usr/local/bin:/usr/bin:/bin', OMP_THREAD_LIMIT: '1', LANG: 'C.UTF-8' } });
    const chunks: Buffer[] = [];
    let bytes = 0;
    let complaint = '';
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > mostBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString('utf8')).slice(0, 500); });
    // A child that ended early no longer reads.
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else if (signal === 'SIGKILL') reject(new EngineRefused(bytes > mostBytes ? '文字识别的输出过长' : '文字识别超时'));
      else reject(new EngineRefused(`文字识别失败（${code ?? signal}）：${complaint}`));
    });
    child.stdin.end(input);
  });
}
