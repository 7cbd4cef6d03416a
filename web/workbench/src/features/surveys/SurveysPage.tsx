import { Tabs } from 'antd';
import { useNavigate } from 'react-router';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { Page } from '../../shared/page/Page.tsx';
import { knownSession } from '../../shared/session/session.ts';
import { Board } from './Board.tsx';
import { SurveyList } from './SurveyList.tsx';
import { TaskList } from './TaskList.tsx';
import { text } from './text.ts';
import './surveys.css';

const tabs = [
  { key: 'tasks', permission: 'surveys.task.fill' }, { key: 'surveys', permission: 'surveys.survey.manage' }, { key: 'board', permission: 'surveys.board.view' },
] as const;

/** 梳理工作台: departments' tasks, surveys, and how far the combing has come (CAT-13). */
export function SurveysPage() {
  const [filters, setFilters] = useFilters(['tab']);
  const navigate = useNavigate();
  const held = knownSession()?.permissions ?? [];
  const offered = tabs.filter(({ permission }) => held.includes(permission));
  const tab = offered.find(({ key }) => key === filters.tab) ?? offered[0];
  return (
    <Page
      fill
      title={text.title}
      actions={held.includes('surveys.survey.manage') ? <PrimaryButton onPress={() => { void navigate(links.survey('new')); }}>{text.add}</PrimaryButton> : undefined}
      bar={
        <Tabs
          activeKey={tab?.key ?? ''} size="small" style={{ width: '100%', marginBottom: -8 }} items={offered.map(({ key }) => ({ key, label: text.tabs[key] }))}
          onChange={(next) => setFilters({ tab: next })}
        />
      }
    >
      {tab?.key === 'tasks' ? <TaskList /> : null}
      {tab?.key === 'surveys' ? <SurveyList /> : null}
      {tab?.key === 'board' ? <Board /> : null}
    </Page>
  );
}
