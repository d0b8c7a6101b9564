-- Writes what a turn changed and lets the session live on; with a token only for the turn that still holds the lock, and then unlocks.
-- KEYS: lock, facts, messages, wordings, index of the user's sessions
-- ARGV: token or '', life in ms, most messages, most wordings, engine or '', care or '', wording or '', message …
local token = ARGV[1]
if token ~= '' and redis.call('GET', KEYS[1]) ~= token then return 0 end
local life, most_messages, most_wordings = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

local function keep(key, most)
  if most == 0 then redis.call('DEL', key) else redis.call('LTRIM', key, -most, -1) end
end

if ARGV[5] ~= '' then redis.call('HSET', KEYS[2], 'engine', ARGV[5]) end
if ARGV[6] ~= '' then redis.call('HSET', KEYS[2], 'care', ARGV[6]) end
redis.call('HINCRBY', KEYS[2], 'turns', token ~= '' and 1 or 0)
if ARGV[7] ~= '' then
  redis.call('LREM', KEYS[4], 0, ARGV[7])
  redis.call('RPUSH', KEYS[4], ARGV[7])
  keep(KEYS[4], most_wordings)
end
for at = 8, #ARGV do redis.call('RPUSH', KEYS[3], ARGV[at]) end
if #ARGV >= 8 then keep(KEYS[3], most_messages) end
redis.call('SADD', KEYS[5], KEYS[2])
for at = 2, 5 do redis.call('PEXPIRE', KEYS[at], life) end
if token ~= '' then redis.call('DEL', KEYS[1]) end
return 1
