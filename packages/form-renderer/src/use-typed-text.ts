import { useState } from 'react';

interface Typed {
  readonly text: string;
  readonly value: unknown;
}

/**
 * Keeps what a person typed (`12.`, `1,234`) while the answer is what it means (12, 1234). An answer changed from outside
 * replaces the text.
 */
export function useTypedText(value: unknown, format: (value: unknown) => string, parse: (text: string) => unknown): readonly [text: string, type: (text: string) => unknown] {
  const [typed, setTyped] = useState<Typed>();
  const text = typed !== undefined && Object.is(typed.value, value) ? typed.text : format(value);
  const type = (next: string): unknown => {
    const parsed = parse(next);
    setTyped({ text: next, value: parsed });
    return parsed;
  };
  return [text, type];
}
