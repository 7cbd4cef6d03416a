/** A value of several lines beside another one: the lines that only it has are marked, gone ones as `del`, new ones as `ins`. */
export function ComparedLines({ shown, beside, as: Mark }: { shown: string; beside: string; as: 'del' | 'ins' }) {
  const lines = shown.split('\n');
  if (lines.length === 1) return shown;
  const others = new Set(beside.split('\n'));
  return lines.map((line, at) => (
    // Lines may say the same twice.
    <span key={`${at} ${line}`} className="compared-line">{others.has(line) ? line : <Mark>{line}</Mark>}</span>
  ));
}
