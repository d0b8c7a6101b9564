-- Adds one turn's note to a user's memory.
-- KEYS: facts (hash)   ARGV: life in ms, day, 1 for a new session, emotion or '', goal or '', theme …
redis.call('HINCRBY', KEYS[1], 'sessions', ARGV[3])
if ARGV[5] ~= '' then redis.call('HINCRBY', KEYS[1], 'goal:' .. ARGV[5], 1) end
for at = 6, #ARGV do
  local theme = 'theme:' .. ARGV[at]
  redis.call('HINCRBY', KEYS[1], theme .. ':count', 1)
  redis.call('HSETNX', KEYS[1], theme .. ':first', ARGV[2])
  redis.call('HSET', KEYS[1], theme .. ':last', ARGV[2])
  if ARGV[4] ~= '' then redis.call('HINCRBY', KEYS[1], theme .. ':emotion:' .. ARGV[4], 1) end
end
return redis.call('PEXPIRE', KEYS[1], ARGV[1])
