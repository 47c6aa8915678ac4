/** What is asked in the pictures of both platforms. */
export const QUESTIONS = {
  found: 'how many people did fivver let go?',
  bothSides: 'Did AI replace staff at Klarna? Give me both versions.',
  unknown: 'How many did Shopify lay off?',
} as const;
