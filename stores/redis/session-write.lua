-- Writes what a turn changed and lets the session live on; with a token only for the turn that still holds the lock, and then unlocks.
-- KEYS: lock, facts, messages, wordings, index of the user's sessions
-- ARGV: token or '', life in ms, most messages, most wordings, turns, engine or '', care or '', number of wordings, wording …, message …
local token = ARGV[1]
if token ~= '' and redis.call('GET', KEYS[1]) ~= token then return 0 end
local life, most_messages, most_wordings, wordings = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[8])

local function keep(key, most)
  if most == 0 then redis.call('DEL', key) else redis.call('LTRIM', key, -most, -1) end
end

if ARGV[6] ~= '' then redis.call('HSET', KEYS[2], 'engine', ARGV[6]) end
if ARGV[7] ~= '' then redis.call('HSET', KEYS[2], 'care', ARGV[7]) end
redis.call('HINCRBY', KEYS[2], 'turns', ARGV[5])
for at = 9, 8 + wordings do
  redis.call('LREM', KEYS[4], 0, ARGV[at])
  redis.call('RPUSH', KEYS[4], ARGV[at])
end
if wordings > 0 then keep(KEYS[4], most_wordings) end
for at = 9 + wordings, #ARGV do redis.call('RPUSH', KEYS[3], ARGV[at]) end
if #ARGV > 8 + wordings then keep(KEYS[3], most_messages) end
redis.call('SADD', KEYS[5], KEYS[2])
for at = 2, 5 do redis.call('PEXPIRE', KEYS[at], life) end
if token ~= '' then redis.call('DEL', KEYS[1]) end
return 1
