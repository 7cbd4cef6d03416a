import { startMigration, tryMigration, type MigrationPlan, type MigrationRoute, type MigrationTrial } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { Alert, App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Lack } from '../../../shared/form/Lack.tsx';
import { clearable } from '../../../shared/form/clearable.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as shared } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { routeOf, suggestedPairs, unpaired, type Pairs } from './route.ts';
import { TriedCases } from './TriedCases.tsx';

const words = text.migration;

/** The map of steps, the trial over the cases under way, and the start, in this order. */
export function MigrationDesk({ plan }: { plan: MigrationPlan }) {
  const [pairs, setPairs] = useState<Pairs>(() => suggestedPairs(plan));
  const [tried, setTried] = useState<{ route: MigrationRoute; trial: MigrationTrial }>();
  const attempt = useAction(tryMigration);
  const lacking = unpaired(plan, pairs);
  const look = () => {
    const route = routeOf(plan, pairs);
    void attempt.run({ params: { key: plan.key }, body: route }, (trial) => setTried({ route, trial }));
  };
  return (
    <>
      <Panel title={words.mapTitle} extra={<Link className="small" to={links.processComparison(plan.key, plan.from.version, plan.to.version)}>{words.compare}</Link>}>
        <p className="muted small">{words.mapLead}</p>
        <NodeMapTable
          plan={plan} pairs={pairs}
          onPair={(node, target) => {
            setPairs((before) => ({ ...before, [node]: target }));
            // What was tried no longer is what would be done.
            setTried(undefined);
          }}
        />
        {lacking.length > 0 ? <Alert type="warning" showIcon title={words.lacking(lacking.map(({ name, standing }) => words.lackingAt(name, standing)).join('、'))} /> : null}
        <p className="process-migration__try"><Button type={tried ? 'default' : 'primary'} loading={attempt.busy} onClick={look}>{words.try}</Button> <span className="muted small">{words.tryLead}</span></p>
        <ProblemAlert problem={attempt.problem} onClose={attempt.clear} />
      </Panel>
      {tried ? (
        <>
          <Panel title={words.trialTitle}><Trial trial={tried.trial} /><TriedCases processKey={plan.key} route={tried.route} /></Panel>
          <Start plan={plan} route={tried.route} trial={tried.trial} />
        </>
      ) : null}
    </>
  );
}

function NodeMapTable({ plan, pairs, onPair }: { plan: MigrationPlan; pairs: Pairs; onPair: (node: string, target: string | undefined) => void }) {
  return (
    <div className="process-scroll">
      <table className="process-table">
        <caption className="visually-hidden">{words.mapTitle}</caption>
        <thead><tr><th scope="col">{words.columns.node}</th><th scope="col">{words.columns.kind}</th><th scope="col">{words.columns.standing}</th><th scope="col">{words.columns.target}</th><th scope="col">{words.columns.by}</th></tr></thead>
        <tbody>
          {plan.nodes.map(({ node, name, kind, standing, suggested, by, options }) => {
            const target = pairs[node];
            const bad = standing > 0 && target === undefined;
            return (
              <tr key={node}>
                <td>{name}<span className="faint small">　{node}</span></td>
                <td className="small nowrap">{text.compare.kinds[kind as keyof typeof text.compare.kinds]}</td>
                <td className="number nowrap">{words.count(standing)}</td>
                <td>
                  <Select
                    aria-label={words.targetOf(name)} allowClear={clearable} style={{ width: '100%', minWidth: 180 }} value={target ?? null} placeholder={words.noTarget} {...(bad ? { status: 'error' as const } : {})}
                    options={options.map((one) => ({ value: one.node, label: one.name === one.node ? one.node : `${one.name}（${one.node}）` }))} onChange={(value: string | null | undefined) => onPair(node, value ?? undefined)}
                  />
                </td>
                <td className="small">{target === undefined ? (bad ? <span className="is-wrong">{words.needed}</span> : <span className="faint">{words.unneeded}</span>) : target === suggested && by ? words.by[by] : words.byHand}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Cases that fare alike, those that cannot be moved first. */
function Trial({ trial: { looked, running, moves, refused, groups } }: { trial: MigrationTrial }) {
  return (
    <>
      <p role="status">{words.trialSum(looked, moves, refused)}{running > looked ? words.trialPart(looked) : ''}</p>
      <div className="process-scroll">
        <table className="process-table">
          <thead><tr>{words.trialColumns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
          <tbody>
            {groups.map(({ count, result, stands, arrives, begins, reason }) => (
              <tr key={`${result} ${stands} ${arrives} ${begins} ${reason ?? ''}`}>
                <td className="number nowrap">{words.count(count)}</td>
                <td>{stands}</td>
                <td className={result === 'refused' ? 'is-wrong' : ''}>{result === 'refused' ? words.refused : arrives === '' ? words.ends : arrives}</td>
                <td className="small">{reason ?? (begins === '' ? '' : words.begins(begins))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Start({ plan, route, trial }: { plan: MigrationPlan; route: MigrationRoute; trial: MigrationTrial }) {
  const [reason, setReason] = useState('');
  const [understood, setUnderstood] = useState(false);
  const start = useAction(startMigration);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const missing = useMissing({
    'migration-reason': reason.trim().length < 5 && shared.missing.atLeast(words.reason, 5), 'migration-understood': !understood && words.needUnderstood,
  });
  const send = () => {
    if (!missing.check()) return;
    void start.run({ params: { key: plan.key }, body: { ...route, reason: reason.trim() } }, ({ migrationId }) => {
      void message.success(words.started);
      refresh();
      void navigate(links.processMigrationRun(migrationId));
    });
  };
  if (trial.moves === 0) return <Alert type="warning" showIcon title={words.noneMoves} />;
  return (
    <Panel title={words.startTitle}>
      <Alert type="warning" showIcon title={words.noUndo} description={<ul className="process-migration__rules">{words.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>} />
      <div className="process-form process-migration__start">
        <label htmlFor="migration-reason">{words.reason}</label>
        <Input.TextArea id="migration-reason" rows={2} maxLength={500} value={reason} placeholder={words.reasonHelp} onChange={({ target }) => setReason(target.value)} />
        <Lack text={missing.of('migration-reason')} />
        <Checkbox id="migration-understood" checked={understood} onChange={({ target }) => setUnderstood(target.checked)}>{words.understood(trial.moves, trial.refused)}</Checkbox>
        <Lack text={missing.of('migration-understood')} />
        <ProblemAlert problem={start.problem} onClose={start.clear} />
        <span><PrimaryButton loading={start.busy} onPress={send}>{words.start(trial.moves)}</PrimaryButton></span>
      </div>
    </Panel>
  );
}
