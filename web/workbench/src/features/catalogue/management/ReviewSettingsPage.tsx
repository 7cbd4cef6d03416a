import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listReviewSettings, removeReviewSetting, reviewKinds, saveReviewSetting, type ReviewKind } from '@tongban/server/src/kernel/reviews/contract.ts';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useEntries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import '../catalogue.css';

const words = text.reviews;
const kinds = Object.entries(reviewKinds).map(([value, label]) => ({ value, label }));

/** Which process each kind of review follows, everywhere or for a task type or department (CAT-03). */
export function ReviewSettingsPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const manages = useHolds('reviews.setting.manage');
  const types = useEntries('task-type');
  const settings = useQuery({ queryKey: [listReviewSettings.id], queryFn: () => api.call(listReviewSettings, {}) });
  const [typed, setTyped] = useState<{ kind: ReviewKind; taskType: string; organization: { id: string; name: string } | undefined; processKey: string }>({
    kind: 'item-version', taskType: '', organization: undefined, processKey: '',
  });
  const save = useAction(saveReviewSetting);
  const remove = useAction(removeReviewSetting);
  const missing = useMissing({ 'review-process': typed.processKey === '' && sharedText.missing.choose(words.process) });
  const done = (told: string) => () => {
    void message.success(told);
    void client.invalidateQueries({ queryKey: [listReviewSettings.id] });
  };
  return (
    <Page title={words.title} actions={<Link to={links.catalogue()}>{text.backToItems}</Link>}>
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={save.problem ?? remove.problem} />
      <QueryState query={settings}>
        {(data) => (
          <>
            <Panel flush>
              <table className="bulk__table" aria-label={words.title}>
                <thead>
                  <tr><th>{words.kind}</th><th>{words.type}</th><th>{words.department}</th><th>{words.process}</th><th>{words.changed}</th><th style={{ width: '5rem' }} /></tr>
                </thead>
                <tbody>
                  {data.settings.length === 0 ? <tr><td colSpan={6} className="muted">{words.none}</td></tr> : null}
                  {data.settings.map((one) => (
                    <tr key={one.id}>
                      <td>{reviewKinds[one.kind]}</td>
                      <td>{types.find(({ value }) => value === one.taskType)?.label ?? words.anyType}</td>
                      <td>{one.organization?.name ?? words.anyDepartment}</td>
                      <td>{one.process.name}<p className="faint small">{words.steps(data.processes.find(({ key }) => key === one.process.key)?.steps ?? [])}</p></td>
                      <td>{one.changedByName}　<span className="faint">{formatMoment(one.changedAt)}</span></td>
                      <td>{manages ? <Button size="small" type="link" danger onClick={() => void remove.run({ params: { settingId: one.id } }, done(words.removed))}>{words.remove}</Button> : null}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Panel>
            {manages ? (
              <Panel title={words.add}>
                <div className="review-form">
                  <Select aria-label={words.kind} value={typed.kind} options={kinds} onChange={(kind: ReviewKind) => setTyped({ ...typed, kind })} />
                  <Select aria-label={words.type} value={typed.taskType} options={[{ value: '', label: words.anyType }, ...types]} onChange={(taskType: string) => setTyped({ ...typed, taskType })} />
                  <OrganizationPicker value={typed.organization?.id} name={typed.organization?.name} allowClear placeholder={words.anyDepartment} onChange={(organization) => setTyped({ ...typed, organization })} />
                  <Select
                    id="review-process"
                    aria-label={words.process}
                    placeholder={words.process}
                    value={typed.processKey || null}
                    options={data.processes.map(({ key, name, steps }) => ({ value: key, label: `${name}：${words.steps(steps)}` }))}
                    onChange={(processKey) => setTyped({ ...typed, processKey: processKey ?? '' })}
                  />
                  <Button
                    type="primary"
                    loading={save.busy}
                    onClick={() => {
                      if (!missing.check()) return;
                      const { kind, taskType, organization, processKey } = typed;
                      void save.run({ body: { kind, taskType: taskType || null, organizationId: organization?.id ?? null, processKey } }, done(words.saved));
                    }}
                  >
                    {words.save}
                  </Button>
                </div>
                <Lack text={missing.of('review-process')} />
              </Panel>
            ) : null}
          </>
        )}
      </QueryState>
    </Page>
  );
}
