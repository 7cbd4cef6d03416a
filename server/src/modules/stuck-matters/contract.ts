export {
  advanceMatter, advanceOwnMatter, exportMatters, finishedStates, getMatter, getOwnMatter, guideElements, guideWrongCause, listAssignees, listMatters, listOwnMatters, matterAbilities,
  MatterChannel, matterChannelLabels, matterChannels, MatterFile, MatterFilter, MatterLevel, matterLevelLabels, matterLevels, MatterLine, MatterState, matterStateLabels, matterStates, MatterStep,
  MatterStepLine, MatterView, MatterWord, matterWordLabels, matterWords, mostExportedMatters, mostMatterFiles, OwnMatter, OwnStep, readContact, readMatterFile, readOwnMatterFile, RegisterInput, registerMatter, ReportInput, reportMatter,
  type MatterAbility,
} from './matters.contract.ts';
export {
  CodedEntry, DutyDay, getMatterSettings, listCauses, listDuty, listReasons, MatterListName, matterLists, MatterSettings, removeDuty, saveDuty, saveListEntry, saveMatterSettings,
} from './settings.contract.ts';
export { advanceEntry, EntryState, entryStateLabels, entryStates, EntryStep, getEntry, KnowledgeEntry, listEntries, writeEntry } from './knowledge.contract.ts';
export { exportMatterStatistics, getMatterStatistics, MatterStatistics, StatisticsLine, StatisticsQuery } from './statistics.contract.ts';
