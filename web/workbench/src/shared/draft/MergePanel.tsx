import type { MergeChoice, MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { text } from '../text.ts';
import './merge.css';

const words = text.merge;

interface MergePanelProps {
  keeper: { readonly conflicts: readonly MergeConflict[]; readonly theirName: string; resolve(choose: (path: string) => MergeChoice): void };
  /** A value of a place as people compare it. */
  describe: (path: string, value: unknown) => string;
}

/** What two editors changed differently, to be chosen part by part; neither loses anything until then. */
export function MergePanel({ keeper, describe }: MergePanelProps) {
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({});
  const conflicts = keeper.conflicts;
  const who = keeper.theirName;
  const remaining = conflicts.filter(({ path }) => choices[path] === undefined).length;
  const all = (choice: MergeChoice) => setChoices(Object.fromEntries(conflicts.map(({ path }) => [path, choice])));
  return (
    <Alert
      className="merge"
      type="warning"
      showIcon
      role="alert"
      title={words.title(who)}
      description={
        <>
          <p>{words.lead}</p>
          <div className="merge__list">
            {conflicts.map((conflict) => (
              <fieldset key={conflict.path}>
                <legend>{conflict.label}</legend>
                <p className="faint small">
                  {words.base}：<Value>{describe(conflict.path, conflict.base)}</Value>
                </p>
                <Radio.Group
                  aria-label={conflict.label}
                  value={choices[conflict.path]}
                  onChange={({ target }) => setChoices((before) => ({ ...before, [conflict.path]: target.value }))}
                >
                  <Radio value="mine">
                    <b>{words.mine}</b>
                    <Value>{describe(conflict.path, conflict.mine)}</Value>
                  </Radio>
                  <Radio value="theirs">
                    <b>{words.theirs(who)}</b>
                    <Value>{describe(conflict.path, conflict.theirs)}</Value>
                  </Radio>
                </Radio.Group>
              </fieldset>
            ))}
          </div>
          <div className="merge__foot">
            <Button size="small" onClick={() => all('mine')}>{words.allMine}</Button>
            <Button size="small" onClick={() => all('theirs')}>{words.allTheirs(who)}</Button>
            <span className="faint">{remaining > 0 ? words.remaining(remaining) : ''}</span>
            <Button type="primary" disabled={remaining > 0} onClick={() => keeper.resolve((path) => choices[path] ?? 'mine')}>
              {words.apply}
            </Button>
          </div>
        </>
      }
    />
  );
}

/** A value as people compare it. */
function Value({ children }: { children: string }) {
  return <span className="merge__value">{children}</span>;
}
