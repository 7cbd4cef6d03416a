import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listRules, momentLabels, removeRule, type HandOverRule } from '@tongban/server/src/modules/custody/contract.ts';
import { listPosts } from '@tongban/server/src/kernel/organization/contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { DangerButton } from '../../shared/versions/DangerButton.tsx';
import { useAction } from '../../shared/use-action.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { text } from './text.ts';

const words = text.rules;

/** 材料递交规则: whose paper travels, to whom, until when, who signs. */
export function Rules() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: [listRules.id], queryFn: () => api.call(listRules, {}) });
  const edits = useHolds('custody.rule.edit');
  const [open, setOpen] = useState<HandOverRule | 'new'>();
  const refresh = () => { void client.invalidateQueries({ queryKey: [listRules.id] }); };
  return (
    <div className="custody-rules">
      <div className="custody-rules__head"><p className="muted">{words.lead}</p>{edits ? <Button type="primary" onClick={() => setOpen('new')}>{words.add}</Button> : null}</div>
      <QueryState query={query}>{({ items }) => (items.length === 0
        ? <div className="list-empty"><Empty title={text.empty.rules[0] ?? ''}>{text.empty.rules[1]}</Empty></div>
        : <Table rules={items} edits={edits} onOpen={setOpen} onChanged={refresh} />)}</QueryState>
      {open === undefined ? null : <RuleDialog rule={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} onDone={() => { setOpen(undefined); refresh(); }} />}
    </div>
  );
}

function whenOf({ moment, days }: HandOverRule): string {
  return moment === 'none' ? '' : moment === 'after-acceptance' ? words.days(days) : words.before(days);
}

function Table({ rules, edits, onOpen, onChanged }: { rules: readonly HandOverRule[]; edits: boolean; onOpen: (rule: HandOverRule) => void; onChanged: () => void }) {
  const posts = useQuery({ queryKey: [listPosts.id], staleTime: 300_000, queryFn: () => api.call(listPosts, {}) }).data?.items ?? [];
  const signersOf = ({ postCodes, signers, moment }: HandOverRule): string => {
    if (moment === 'none') return text.none;
    const named = [...postCodes.map((code) => posts.find((post) => post.code === code)?.name ?? code), ...signers.map(({ name }) => name)];
    return named.length === 0 ? words.everyone : named.join('、');
  };
  const { columns } = words;
  return (
    <div className="custody-rules__table">
      <table className="custody-table" aria-label={text.tabs.rules}>
        <thead><tr><th scope="col">{columns.target}</th><th scope="col">{columns.moment}</th><th scope="col">{columns.receiver}</th><th scope="col">{columns.signers}</th><th scope="col">{columns.signDays}</th><th scope="col">{columns.updated}</th>{edits ? <th /> : null}</tr></thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <td>{rule.item === null ? <>{rule.organization.name}　<Tag>{words.all}</Tag></> : <>{rule.item.name}<br /><span className="faint small">{rule.organization.name}</span></>}</td>
              <td><Tag tone={rule.moment === 'none' ? 'neutral' : 'todo'}>{momentLabels[rule.moment]}</Tag><br /><span className="small">{whenOf(rule)}</span></td>
              <td>{rule.receiver?.name ?? text.none}</td><td>{signersOf(rule)}</td><td>{rule.moment === 'none' ? text.none : words.days(rule.signDays)}</td>
              <td className="small"><span className="number">{formatMoment(rule.updatedAt)}</span><br /><span className="faint">{rule.updatedByName}</span></td>
              {edits ? <td><div className="custody-rules__acts"><Button type="text" aria-label={`${words.edit} ${rule.item?.name ?? rule.organization.name}`} onClick={() => onOpen(rule)}>{words.edit}</Button><Remove rule={rule} onDone={onChanged} /></div></td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Remove({ rule, onDone }: { rule: HandOverRule; onDone: () => void }) {
  const { message } = App.useApp();
  const deed = useAction(removeRule);
  return <DangerButton press={words.remove} title={words.removeTitle} lead={words.removeLead} deed={deed} onConfirm={() => deed.run({ params: { ruleId: rule.id }, query: { version: rule.version } }, () => { void message.success(words.removed); onDone(); })} />;
}
