/** 分 → `¥1,234.50`; whole 元 keep their two decimals, as official papers do. */
export function formatMoney(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const yuan = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${sign}¥${groupThousands(String(yuan))}.${rest}`;
}

/** `2026-11-20` → `2026年11月20日`; other text stays. */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts === null ? iso : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** `1234567.5` → `1,234,567.5`. */
export function formatNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  return `${groupThousands(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
