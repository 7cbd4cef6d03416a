import { useQuery } from '@tanstack/react-query';
import type { Problem } from '@tongban/contract-kit';
import { previewMapping, type MappingLine, type MappingOutcome, type MappingPlan } from '@tongban/server/src/modules/materials/contract.ts';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { applyPlans, readPlans } from './mapping-data.ts';
import { text } from './text.ts';

const words = text.mapping.dialog;
const tones: Readonly<Record<MappingPlan['effect'], Tone>> = { 'new-draft': 'todo', 'edit-draft': 'todo', 'refused': 'neutral' };

interface Run {
  busy: boolean;
  outcomes: readonly MappingOutcome[];
  problem: Problem | undefined;
}

/** Shows item by item what a mapping would do, then does it and tells how far it is. */
export function MappingDialog({ lines, onClose }: { lines: readonly MappingLine[]; onClose: () => void }) {
  const [withPoints, setWithPoints] = useState(true);
  const [state, setState] = useState<Run>({ busy: false, outcomes: [], problem: undefined });
  const plans = useQuery({ queryKey: [previewMapping.id, lines], queryFn: () => readPlans(lines), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const possible = (plans.data ?? []).filter(({ effect }) => effect !== 'refused');
  const finished = state.outcomes.length > 0 && !state.busy;
  const offered = possible.length > 0 && !finished;
  const apply = async () => {
    setState({ busy: true, outcomes: [], problem: undefined });
    try {
      await applyPlans(possible, withPoints, (more) => setState((before) => ({ ...before, outcomes: [...before.outcomes, ...more] })));
      setState((before) => ({ ...before, busy: false }));
    } catch (error) {
      setState((before) => ({ ...before, busy: false, problem: problemOf(error) }));
    }
  };
  return (
    <Modal
      open
      width="min(60rem, 94vw)"
      title={words.title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        offered ? (
          <Checkbox key="points" checked={withPoints} disabled={state.busy} onChange={(event) => setWithPoints(event.target.checked)}>
            {words.points}
          </Checkbox>
        ) : null,
        <Button key="close" disabled={state.busy} onClick={onClose}>
          {finished ? words.close : text.cancel}
        </Button>,
        offered ? (
          <Button
            key="apply"
            type="primary"
            loading={state.busy}
            onClick={() => {
              void apply();
            }}
          >
            {state.busy ? words.running(state.outcomes.length, possible.length) : words.apply(possible.length)}
          </Button>
        ) : null,
      ]}
    >
      <ProblemAlert problem={state.problem} />
      <QueryState query={plans} lines={6}>
        {(all) => (
          <>
            <p className="muted" role="status">
              {finished ? <Result outcomes={state.outcomes} /> : <Lead plans={all} />}
              {possible.length === 0 ? words.impossible : null}
            </p>
            <ul className="materials__plans">
              {all.map((plan) => (
                <PlanLine key={plan.itemId} plan={plan} outcome={state.outcomes.find(({ itemId }) => itemId === plan.itemId)} />
              ))}
            </ul>
          </>
        )}
      </QueryState>
    </Modal>
  );
}

function Lead({ plans }: { plans: readonly MappingPlan[] }) {
  const count = (effect: MappingPlan['effect']) => plans.filter((plan) => plan.effect === effect).length;
  return words.lead(plans.length, count('new-draft'), count('edit-draft'), count('refused'));
}

function Result({ outcomes }: { outcomes: readonly MappingOutcome[] }) {
  const failed = outcomes.filter(({ outcome }) => outcome === 'refused').length;
  return [words.done(outcomes.length - failed), ...(failed > 0 ? [words.failed(failed)] : [])].join('，');
}

function PlanLine({ plan, outcome }: { plan: MappingPlan; outcome: MappingOutcome | undefined }) {
  const message = outcome?.message ?? plan.reason;
  return (
    <li>
      <div className="materials__plan">
        <Tag tone={outcome ? (outcome.outcome === 'mapped' ? 'done' : 'danger') : tones[plan.effect]}>{words.effects[outcome?.outcome === 'refused' ? 'refused' : plan.effect]}</Tag>
        {outcome?.versionId ? (
          <Link to={links.catalogueVersion(outcome.versionId)}>{plan.itemName}</Link>
        ) : (
          <strong>{plan.itemName}</strong>
        )}
        <span className="faint small">{`${plan.departmentName}　${text.version(outcome?.versionNumber ?? plan.versionNumber)}`}</span>
      </div>
      {plan.changes.map((change) => (
        <p key={change.key} className="small">
          {change.name} → <span className="number">{change.to}</span> {change.toName}
          {change.from ? <span className="faint">{`　${words.from} ${change.from}`}</span> : null}
          {change.missingPoints > 0 ? <span className="faint">{`　${words.missing(change.missingPoints)}`}</span> : null}
        </p>
      ))}
      {message ? <p className="small materials__refusal">{message}</p> : null}
    </li>
  );
}
