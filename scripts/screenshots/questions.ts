/** What is asked in the pictures of both platforms. */
export const QUESTIONS = {
  found: 'How many people did Klarna lay off?',
  bothSides: 'Did AI replace staff at Klarna?',
  unknown: 'How many did Shopify lay off?',
} as const;
