export {
  addMaterialFile, addReviewPoint, changeMaterialState, createMaterial, downloadMaterialFile, editMaterial, editReviewPoint, exportMaterials, FileKind,
  fileKinds, getMaterial, LibraryPoint, listMaterials, listMaterialUses, MaterialCode, MaterialContent, MaterialFile, materialKinds, MaterialName,
  MaterialSearchPage, MaterialState, materialStates, MaterialSummary, MaterialUse, MaterialView, mostExportedMaterials, removeMaterialFile, removeReviewPoint,
  type MaterialKind, type PointStage,
} from './library.contract.ts';
export {
  applyMapping, getMappingProgress, listMappingUses, listUnmapped, MappingLine, MappingOutcome, MappingPlan, MappingProgress, MappingSuggestion,
  previewMapping, suggestionGrounds, UnmappedGroup,
} from './mapping.contract.ts';
export {
  listMergeGroups, listMerges, MergeCandidate, MergeGroup, mergeMaterials, MergePreview, MergeRecord, MergeUse, previewMerge, undoMerge,
} from './merge.contract.ts';
export {
  editSubstitution, endSubstitution, holderKinds, listSubstitutions, proposeSubstitution, reviewSubstitution, submitSubstitution, Substitution,
  SubstitutionState, substitutionStates, SubstitutionTerms, type HolderKind,
} from './substitution.contract.ts';
export {
  downloadGuideFile, getGuideMaterials, getReviewSamples, GuideMaterial, listLicenceTypes, MappedLicenceType, OfferedFile, OfferedSubstitute,
  ReviewSamples, setLicenceTypes,
} from './guide.contract.ts';
