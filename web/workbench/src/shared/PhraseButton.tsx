import { Button, Dropdown } from 'antd';
import { text } from './text.ts';

/** Adds a common phrase to an opinion. */
export function PhraseButton({ phrases, onPick }: { phrases: readonly string[]; onPick: (phrase: string) => void }) {
  return (
    <Dropdown
      trigger={['click']} placement="topLeft"
      menu={{ items: phrases.map((phrase, index) => ({ key: String(index), label: phrase })), onClick: ({ key }) => onPick(phrases[Number(key)] ?? '') }}
    >
      <Button size="small" type="link" className="phrase-button">{text.phrases}</Button>
    </Dropdown>
  );
}

/** An opinion with a phrase added on a line of its own; an empty one becomes the phrase. */
export function withPhrase(opinion: string, phrase: string): string {
  const kept = opinion.trimEnd();
  return kept ? `${kept}\n${phrase}` : phrase;
}
