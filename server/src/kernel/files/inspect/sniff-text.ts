/** Recognises text that browsers or shells would run: pages, SVG, scripts. Gives its type, or undefined. */
export function sniffText(content: Buffer): string | undefined {
  const head = decodeHead(content).replace(/^\ufeff/, '').trimStart().toLowerCase();
  if (/^#!/.test(head) || /^(?:@echo|powershell|<\?php)/.test(head)) return 'text/x-script';
  if (/<svg[\s>]/.test(head)) return 'image/svg+xml';
  if (/^(?:<!doctype html|<html|<head|<body|<script|<iframe|<img|<!--)/.test(head) || /<(?:script|html)[\s>]/.test(head)) return 'text/html';
  if (head.startsWith('<?xml')) return 'application/xml';
  return undefined;
}

function decodeHead(content: Buffer): string {
  const head = content.subarray(0, 2_048);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head.length > 3 && head[0] !== 0 && head[1] === 0 && head[3] === 0);
  return head.toString(wide ? 'utf16le' : 'utf8');
}
