import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { text } from '../text.ts';
import type { ContentKeeper } from './content-keeper.ts';
import type { Choice, ContentPart } from './merge-content.ts';

const words = text.merge;

/** Parts that two editors changed differently, to be chosen one by one; neither loses anything until then. */
export function MergePanel({ keeper }: { keeper: ContentKeeper }) {
  const [choices, setChoices] = useState<Partial<Record<ContentPart, Choice>>>({});
  const { conflicts, theirName } = keeper;
  const open = conflicts.some(({ part }) => choices[part] === undefined);
  return (
    <Alert
      type="warning" showIcon role="alert" title={words.title(theirName)}
      description={
        <div className="bundle-merge">
          <p>{words.lead}</p>
          {conflicts.map(({ part, mine, theirs }) => (
            <fieldset key={part}>
              <legend>{words.parts[part] ?? part}</legend>
              <Radio.Group aria-label={words.parts[part] ?? part} value={choices[part]} onChange={({ target }) => setChoices((before) => ({ ...before, [part]: target.value === 'mine' ? 'mine' : 'theirs' }))}>
                <Radio value="mine"><b>{words.mine}</b> <span className="bundle-merge__value">{say(mine)}</span></Radio>
                <Radio value="theirs"><b>{words.theirs(theirName)}</b> <span className="bundle-merge__value">{say(theirs)}</span></Radio>
              </Radio.Group>
            </fieldset>
          ))}
          <Button type="primary" disabled={open} onClick={() => keeper.resolve((part) => choices[part] ?? 'mine')}>{words.apply}</Button>
        </div>
      }
    />
  );
}

/** A part as people compare it: a text as it is, a list by the names in it. */
function say(value: unknown): string {
  if (value === undefined || value === '') return words.unset;
  if (!Array.isArray(value)) return String(value);
  const names = value.map((entry: unknown) => {
    if (typeof entry === 'string') return entry;
    const { name, text: asked, label } = (entry ?? {}) as { name?: string; text?: string; label?: string };
    return name ?? asked ?? label ?? '';
  }).filter(Boolean);
  return `${words.count(value.length)}${names.length > 0 ? `：${names.join('、')}` : ''}`;
}
