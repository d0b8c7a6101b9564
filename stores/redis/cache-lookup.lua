-- The answers of an entry, or the lead to write one.   KEYS: answers (list), lead   ARGV: check, token, lead in ms
local answers = redis.call('LRANGE', KEYS[1], 0, -1)
if #answers > 0 and answers[1] == ARGV[1] then
  table.remove(answers, 1)
  return { 0, answers }
end
return { redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) and 1 or 0, {} }
