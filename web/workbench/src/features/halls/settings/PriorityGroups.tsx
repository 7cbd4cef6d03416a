import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listPriorityGroups, savePriorityGroup, type PriorityGroup } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.settings;
const key = [listPriorityGroups.id];

/** Whom the city's halls serve first; kept at once, apart from the hall's own settings. */
export function PriorityGroups() {
  const client = useQueryClient();
  const groups = useQuery({ queryKey: key, queryFn: () => api.call(listPriorityGroups, {}) });
  const save = useAction(savePriorityGroup);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const put = (group: PriorityGroup, done?: () => void) => void save.run({ params: { code: group.code }, body: { name: group.name, active: group.active } }, (answer) => { client.setQueryData(key, answer); done?.(); });
  const ready = /^[a-z][a-z0-9-]+$/.test(code) && name.trim().length >= 2;
  return (
    <Panel title={words.groups}>
      <p className="muted">{words.groupsLead}</p>
      <ProblemAlert problem={save.problem} />
      <QueryState query={groups}>
        {({ items }) => (
          <ul className="hall-groups">
            {items.map((group) => (
              <li key={group.code}>{group.name} {group.active ? null : <span className="faint">{words.stopped}</span>}<Button type="link" size="small" disabled={save.busy} onClick={() => put({ ...group, active: !group.active })}>{group.active ? words.stop : words.restart}</Button></li>
            ))}
          </ul>
        )}
      </QueryState>
      <div className="hall-add">
        <Input aria-label={words.groupName} placeholder={words.groupName} value={name} maxLength={20} onChange={({ target }) => setName(target.value)} />
        <Input aria-label={words.groupCode} placeholder={words.groupCode} value={code} maxLength={30} onChange={({ target }) => setCode(target.value)} />
        <Button disabled={!ready || save.busy} onClick={() => put({ code, name: name.trim(), active: true }, () => { setCode(''); setName(''); })}>{words.addGroup}</Button>
      </div>
    </Panel>
  );
}
