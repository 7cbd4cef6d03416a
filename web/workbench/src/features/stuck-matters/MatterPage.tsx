import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getMatter, matterChannelLabels, matterWordLabels, type MatterView } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, LevelTag, Tag } from '../../shared/case/tags.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { RegionName } from '../../shared/RegionName.tsx';
import { Contact } from './Contact.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { MatterFiles } from './MatterFiles.tsx';
import { NextStep } from './NextStep.tsx';
import { text } from './text.ts';
import { toneOf } from './tones.ts';
import './stuck-matters.css';

const { facts } = text;

/** One matter: what was said, with whom it lies until when, what is to be done, and everything done so far. */
export function MatterPage() {
  const { matterId = '' } = useParams();
  const query = useQuery({ queryKey: [getMatter.id, matterId], refetchInterval: 60_000, queryFn: () => api.call(getMatter, { params: { matterId } }) });
  return <PageState query={query}>{(view) => <Matter view={view} onRefresh={() => { void query.refetch(); }} />}</PageState>;
}

function Matter({ view, onRefresh }: { view: MatterView; onRefresh: () => void }) {
  const navigate = useNavigate();
  const [writing, setWriting] = useState(false);
  return (
    <Page
      title={`${text.one} ${view.number}`}
      aside={<><Tag tone={toneOf(view)}>{view.stateLabel}</Tag> {view.remainingDays === null ? null : <><LevelTag level={view.level} /> {text.remaining(view.remainingDays)}</>} {view.round > 1 ? <Tag tone="warning">{text.round}</Tag> : null}</>}
      actions={
        <>
          {view.abilities.writeEntry ? <Button onClick={() => setWriting(true)}>{text.toEntry}</Button> : null}
          <Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.stuckMatters()); }}>{text.back}</Button>
        </>
      }
    >
      <div className="matter">
        <div className="matter__main">
          <Panel title={text.subject}>
            <p className="pre-line">{view.content}</p>
            <MatterFiles matterId={view.id} files={view.files} label={text.files.reporters} opens={view.abilities.readContact} note={view.abilities.readContact ? text.files.noted : text.files.handlersOnly} />
          </Panel>
          {view.answer || view.word || view.cause ? <Result view={view} /> : null}
          <NextStep key={view.id} view={view} onRefresh={onRefresh} />
          <Trail matterId={view.id} steps={view.steps} />
        </div>
        <div className="matter__side">
          <People view={view} />
          <Origin view={view} />
        </div>
      </div>
      {writing ? (
        <EntryDialog
          start={{ question: '', answer: view.answer?.text ?? '', itemId: view.itemId, itemName: view.itemName, tags: [view.reason] }} matterId={view.id} onClose={() => setWriting(false)}
          onDone={() => { setWriting(false); onRefresh(); }}
        />
      ) : null}
    </Page>
  );
}

function Result({ view: { id, answer, cause, word, wordText, wordBy, findingId } }: { view: MatterView }) {
  return (
    <Panel title={text.result} extra={answer === null || answer.inTime === null ? null : <Tag tone={answer.inTime ? 'done' : 'danger'}>{answer.inTime ? text.inTime : text.late}</Tag>}>
      {answer ? <p className="pre-line">{answer.text}</p> : null}
      {answer ? <MatterFiles opens matterId={id} files={answer.files} label={text.files.answer} /> : null}
      <Facts items={[
        ...(cause ? [{ label: facts.cause, value: <>{cause.name}：{cause.text}</> }] : []),
        ...(cause?.elementLabel ? [{ label: facts.element, value: cause.elementLabel }] : []),
        ...(findingId ? [{ label: facts.finding, value: <Link to={links.quality({ tab: cause?.element === 'materials' ? 'materials' : 'guide' })}>{facts.inQuality}</Link> }] : []),
        ...(word ? [{ label: facts.word, value: <><b>{matterWordLabels[word]}</b>{wordText ? `：${wordText}` : ''} <span className="faint small">{wordBy ? text.wordBy[wordBy] : ''}</span></> }] : wordBy ? [{ label: facts.word, value: text.wordBy[wordBy] }] : []),
      ]} />
    </Panel>
  );
}

function People({ view }: { view: MatterView }) {
  const { organization, officer, companion, withDirector, limitDays } = view;
  return (
    <Panel title={text.people}>
      <Facts items={[
        { label: facts.organization, value: organization?.name ?? text.none }, { label: facts.officer, value: officer ? <>{officer.name}{withDirector ? <> <Tag tone="warning">{text.director}</Tag></> : null}</> : text.none },
        ...(companion ? [{ label: facts.companion, value: companion.name }] : []),
        { label: facts.due, value: view.dueOn === null ? text.none : <><DueDate date={view.dueOn} over={(view.remainingDays ?? 0) < 0} />{limitDays === null ? null : <span className="faint small">{text.limit(limitDays)}</span>}</> },
      ]} />
    </Panel>
  );
}

function Origin({ view }: { view: MatterView }) {
  return (
    <Panel title={facts.reporter}>
      <Facts items={[
        { label: facts.reporter, value: view.reporterName }, { label: facts.mobile, value: <span className="number">{view.mobileMasked}</span> },
        { label: facts.channel, value: matterChannelLabels[view.channel] }, { label: facts.by, value: view.registeredByName }, { label: facts.at, value: formatDateTime(view.registeredAt) },
        { label: facts.reason, value: view.reason }, ...(view.case ? [{ label: facts.case, value: <Link to={links.case(view.case.id)} className="number">{view.case.number}</Link> }] : []),
        { label: facts.item, value: view.itemName ?? text.none }, { label: facts.concerned, value: view.concernedName ?? text.none }, { label: facts.region, value: <RegionName code={view.regionCode} /> },
        ...(view.entryId ? [{ label: facts.entry, value: <Link to={links.stuckMatters({ tab: 'knowledge', entry: view.entryId })}>{facts.inKnowledge}</Link> }] : []),
      ]} />
      {view.abilities.readContact ? <Contact matterId={view.id} /> : null}
    </Panel>
  );
}

function Trail({ matterId, steps }: { matterId: string; steps: MatterView['steps'] }) {
  return (
    <Panel title={text.progress}>
      <ol className="matter__steps">
        {steps.toReversed().map((step) => (
          <li key={step.at + step.action} className={step.action === 'signal' ? 'is-signal' : undefined}>
            <p><strong>{step.label}</strong><span className="faint small">　{step.by}{step.organizationName ? ` · ${step.organizationName}` : ''}　{formatDateTime(step.at)}</span></p>
            {step.text === '' ? null : <p className="pre-line">{step.text}</p>}
            {step.action === 'answer' ? <MatterFiles opens matterId={matterId} files={step.files} label={text.files.answer} /> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
