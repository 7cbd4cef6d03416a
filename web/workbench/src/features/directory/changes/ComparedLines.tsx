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

/** Two cells of a row: a value before and after, each with the lines that only it has marked. */
export function BothSides({ before, after }: { before: string; after: string }) {
  return (
    <>
      <td className="is-before"><ComparedLines shown={before} beside={after} as="del" /></td>
      <td className="is-after"><ComparedLines shown={after} beside={before} as="ins" /></td>
    </>
  );
}
