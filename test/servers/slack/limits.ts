/**
 * What Slack takes, from docs.slack.dev/reference/block-kit and the comments of @slack/types 3.2 as of mid-2026. Where sources disagree, the smaller
 * number: what passes here must pass there. Lengths are in characters.
 */
export const limits = {
  /** chat.postMessage, `text`: beyond that `msg_too_long`; Slack advises 4,000. */
  messageText: 40_000,
  messageBlocks: 50,
  viewBlocks: 100,
  /** All texts of a message's blocks together. Undocumented (`msg_blocks_too_long`): slackapi/bolt-js#2509 measured 13,297, #2867 saw less with rich_text. */
  blocksText: 13_200,
  sectionText: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  header: 150,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  /** context_actions: feedback_buttons and icon_button only. */
  contextActionsElements: 5,
  buttonText: 75,
  value: 2_000,
  url: 3_000,
  id: 255,
  accessibilityLabel: 75,
  /** Of a select menu; 10 for radio buttons and checkboxes, 5 for overflow menus. */
  selectOptions: 100,
  choiceOptions: 10,
  overflowOptions: 5,
  optionText: 75,
  /** 75 by @slack/types; docs.slack.dev says 150. */
  optionValue: 75,
  altText: 2_000,
  label: 2_000,
  placeholder: 150,
  /** plain_text_input: what may be entered, and what may stand there at first. */
  inputText: 3_000,
  /** One markdown block, and all of them in one payload. */
  markdown: 12_000,
  /** table: one a message, cells raw_text (1 character at least), raw_number or rich_text. */
  tableRows: 100,
  tableColumns: 20,
  /** data_table: header row without rich_text, rows of equal length, `caption` required. */
  dataTableRows: { min: 2, max: 101 },
  dataTablePage: 100,
  /** All cells of a message's tables. */
  tablesText: 10_000,
  /** data_visualization. OpenClaw's documentation has 12 segments and series; docs.slack.dev has 6. Two a message (slack-morphism). */
  charts: 2,
  chartTitle: 50,
  chartSeries: 6,
  chartPoints: 20,
  chartLabel: 20,
  axisLabel: 50,
  /** alert: modals only. */
  alertText: 200,
  cardTitle: 150,
  cardBody: 200,
  cardActions: 3,
  carouselCards: 10,
  containerBlocks: 10,
  containerTitle: 150,
  confirm: { title: 100, text: 300, button: 30 },
  viewTitle: 24,
  privateMetadata: 3_000,
  suggestedPrompts: 4,
  responseUrlUses: 5,
  responseUrlMs: 30 * 60_000,
  triggerMs: 3_000,
  connections: 10,
} as const;
