import { useQuery } from '@tanstack/react-query';
import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import { delegationKindLabels, getDelegation, getDelegationFile, type DelegationView } from '@tongban/server/src/modules/delegation/contract.ts';
import { Link, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDateTime, formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { useDictionaries } from '../../shared/use-dictionary.ts';
import { DelegationActions } from './DelegationActions.tsx';
import { Period } from './Period.tsx';
import { StateTag } from './StateTag.tsx';
import { text } from './text.ts';
import './delegation.css';

const words = text.page;

/** One delegation: both sides, what is handed over and how, what was done, and the next step. */
export function DelegationPage() {
  const { delegationId = '' } = useParams();
  const query = useQuery({ queryKey: [getDelegation.id, delegationId], queryFn: () => api.call(getDelegation, { params: { delegationId } }) });
  return <PageState query={query} lines={10}>{(view) => <Delegation key={`${view.id}.${view.version}`} view={view} />}</PageState>;
}

function Delegation({ view }: { view: DelegationView }) {
  const [first] = view.items;
  return (
    <Page
      title={`${delegationKindLabels[view.kind]}：${first?.item.name ?? ''}${view.itemCount > 1 ? text.more(view.itemCount) : ''}`}
      aside={<><StateTag state={view.state} /> <Period of={view} /></>}
      actions={<DelegationActions view={view} />}
    >
      <div className="delegation">
        <div className="delegation__main">
          <Panel title={words.about} flush>
            <div className="delegation__parties">
              <PartyName title={text.columns.giver} party={view.giver} />
              <span>{delegationKindLabels[view.kind]} →</span>
              <PartyName title={text.columns.receiver} party={view.receiver} />
            </div>
            <div className="delegation__facts"><About view={view} /></div>
            <p className="delegation__note">{words.locked}{view.kind === 'entrust' ? words.entrust : ''}</p>
          </Panel>
          <Panel title={words.items} flush><Items view={view} /></Panel>
        </div>
        <aside className="delegation__side">
          <Panel title={words.steps}>
            <ol className="delegation__steps">
              {view.steps.toReversed().map((step) => (
                <li key={step.at + step.label}>
                  <p><b>{step.label}</b></p>
                  <p className="faint small">{step.by}　{formatDateTime(step.at)}</p>
                  {step.text ? <p className="pre-line">{step.text}</p> : null}
                </li>
              ))}
            </ol>
          </Panel>
          {view.state === 'in-review' && view.review ? <Reviewers review={view.review} /> : null}
        </aside>
      </div>
    </Page>
  );
}

function PartyName({ title, party }: { title: string; party: DelegationView['giver'] }) {
  return <div><p className="faint small">{title}</p><p>{party.name} {party.closed ? <Tag tone="danger">{text.closed}</Tag> : null}</p></div>;
}

function About({ view }: { view: DelegationView }) {
  const nameOf = useDictionaries(['power-source']);
  return (
    <Facts
      items={[
        { label: words.power, value: nameOf('power-source', view.powerSource) },
        { label: words.period, value: <Period of={view} /> },
        { label: words.basis, value: <span className="pre-line">{view.legalBasis}</span> },
        { label: words.file, value: view.file ? <a href={api.url(getDelegationFile, { params: { delegationId: view.id } })} target="_blank" rel="noreferrer">{view.file.name}</a> : <span className="faint">{words.noFile}</span> },
        { label: words.changeable, value: view.changeable.map(elementLabel).join('、') || words.changeableNone },
        ...(view.terms ? [{ label: words.terms, value: <span className="pre-line">{view.terms}</span> }] : []),
      ]}
    />
  );
}

function Items({ view }: { view: DelegationView }) {
  const over = view.state === 'ended';
  return (
    <table className="delegation__items">
      <thead><tr><th scope="col">{words.original}</th><th scope="col" style={{ width: '14rem' }}>{words.receiverItem}</th></tr></thead>
      <tbody>
        {view.items.map(({ item, receiverItem }) => (
          <tr key={item.id}>
            <td>{item.versionId ? <Link to={links.catalogueVersion(item.versionId)}>{item.name}</Link> : item.name}</td>
            <td>{receiverItem?.versionId ? <Link to={links.catalogueVersion(receiverItem.versionId)}>{words.openItem}</Link> : <span className="faint">{over ? words.over : words.notYet}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reviewers({ review }: { review: NonNullable<DelegationView['review']> }) {
  return (
    <Panel title={text.review.title}>
      <ol className="delegation__steps">
        {review.steps.map((step) => (
          <li key={step.at}>
            <p><b>{step.name}</b> <Tag tone={step.decision === 'approve' ? 'done' : 'warning'}>{text.review.decisions[step.decision]}</Tag></p>
            <p className="faint small">{step.actorName}　{formatMoment(step.at)}</p>
          </li>
        ))}
        {review.tasks.map((task) => (
          <li key={task.taskId}>
            <p><b>{task.name}</b> <Tag tone="todo">{task.mine ? text.review.mine : text.review.waiting}</Tag></p>
            <p className="faint small">{task.handler}</p>
          </li>
        ))}
      </ol>
      {review.tasks.length === 0 ? <p className="faint small">{text.review.anyone}</p> : null}
    </Panel>
  );
}
